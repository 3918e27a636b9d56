/** The one list of commands that terminal, chats and web share; a word in any of six languages → its command. */
import { about } from './about.js'
import { administeringCommands } from './administering.js'
import { askingCommands } from './asking.js'
import { checkingCommands } from './checking.js'
import type { Command } from './command.js'
import { digestCommands } from './digest.js'
import { draftingCommands } from './drafting.js'
import { followingCommands } from './following.js'
import { sourceCommands } from './managing-sources.js'
import { mendingCommands } from './mending.js'
import { mutingCommands } from './muting.js'
import { namingCommands } from './naming-things.js'
import { readingCommands } from './reading.js'
import { report } from './reporting.js'
import { startingCommands } from './starting.js'
import { subscribingCommands } from './subscribing.js'

// Each command checks its own arguments with zod at the door, so that the table may forget their type.
export const commands = [
  ...startingCommands,
  ...askingCommands,
  ...readingCommands,
  report,
  ...checkingCommands,
  about,
  ...digestCommands,
  ...subscribingCommands,
  ...followingCommands,
  ...mutingCommands,
  ...draftingCommands,
  ...sourceCommands,
  ...administeringCommands,
  ...mendingCommands,
  ...namingCommands,
] as unknown as readonly Command[]

/** The command of a name or of an alias in any language; case does not matter. */
export function findCommand(word: string): Command | undefined {
  const wanted = word.toLocaleLowerCase('en').replace(/^\//, '')
  return (
    commands.find((command) => command.name === wanted) ??
    commands.find((command) => Object.values(command.aliases).some((aliases) => aliases?.some((alias) => alias === wanted)))
  )
}
