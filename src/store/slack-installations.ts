/** Where the Slack app is installed ↔ rows of `slack_installation`, each sealed (AES-256-GCM) with READOUT_SECRET_KEY. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Installation, InstallationStore } from '../../adapters/slack/installations.js'
import type { Database } from './schema.js'

const version = 'v1'
const nonceBytes = 12
const tagBytes = 16

const installation = z.object({
  team: z.string(),
  enterprise: z.string().nullable(),
  orgWide: z.boolean().default(false),
  botToken: z.string(),
  botId: z.string(),
  botUserId: z.string(),
  scopes: z.array(z.string()),
})

/** A key of any length → 256 bits for this purpose alone (HKDF, RFC 5869). */
function sealingKey(secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, 'readout', 'slack installation', 32))
}

/** The team stands in the sealed text's frame: a row copied under another team does not open. */
function seal(value: Installation, key: Buffer): string {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes }).setAAD(Buffer.from(value.team))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')}`
}

function unseal(team: string, text: string, key: Buffer): Installation | null {
  const [prefix, body = ''] = text.split('.')
  const bytes = Buffer.from(body, 'base64url')
  if (prefix !== version || bytes.length <= nonceBytes + tagBytes) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(Buffer.from(team))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes))
    const plain = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()])
    return installation.parse(JSON.parse(plain.toString('utf8')))
  } catch {
    return null
  }
}

/** `secrets`: the newest first; older ones still open what they sealed, and what they open is sealed anew. At least one. */
export function createSlackInstallations(db: Kysely<Database>, secrets: readonly string[]): InstallationStore {
  const keys = secrets.map(sealingKey)
  const [newest] = keys
  if (!newest) throw new Error('READOUT_SECRET_KEY: missing. It seals the tokens of Slack workspaces.')

  async function write(value: Installation, now: Date): Promise<void> {
    const row = { enterprise: value.enterprise, sealed: seal(value, newest as Buffer), updated_at: now }
    await db
      .insertInto('slack_installation')
      .values({ team: value.team, ...row })
      .onConflict((conflict) => conflict.column('team').doUpdateSet(row))
      .execute()
  }

  /** Null: no key that is set opens it. */
  async function open(row: { team: string; sealed: string; updated_at: Date }): Promise<Installation | null> {
    for (const [index, key] of keys.entries()) {
      const found = unseal(row.team, row.sealed, key)
      if (!found) continue
      if (index > 0) await write(found, row.updated_at)
      return found
    }
    return null
  }

  /** Workspaces that have no token but their organisation's. */
  async function servedBy(organisation: string): Promise<string[]> {
    const rows = await db
      .selectFrom('slack_installation')
      .selectAll()
      .where('enterprise', '=', organisation)
      .where('team', '!=', organisation)
      .execute()
    const served: string[] = []
    for (const row of rows) if ((await open(row))?.orgWide) served.push(row.team)
    return served
  }

  return {
    async save(value, now) {
      await write(value, now)
      if (value.orgWide) for (const team of await servedBy(value.team)) await write({ ...value, team }, now)
      const detail = JSON.stringify({ workspace: value.team, scopes: value.scopes })
      await db.insertInto('audit').values({ at: now, made_by: 'readout', action: 'slack-installed', detail }).execute()
    },
    adopt: (team, organisation, now) => write({ ...organisation, team }, now),
    async find(team) {
      const row = await db.selectFrom('slack_installation').selectAll().where('team', '=', team).executeTakeFirst()
      if (!row) return null
      const found = await open(row)
      if (found) return found
      throw new Error(
        'READOUT_SECRET_KEY: no key that is set opens the token of a Slack workspace. Expected: the key that sealed it, also as the second of two.',
      )
    },
    async remove(team) {
      const gone = [team, ...(await servedBy(team))]
      const rows = await db.deleteFrom('slack_installation').where('team', 'in', gone).returning('team').execute()
      return rows.map((row) => row.team)
    },
  }
}
