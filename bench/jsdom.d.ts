/** The little of jsdom that the baseline of bench/read.ts touches; the package ships no types. */
declare module 'jsdom' {
  export class VirtualConsole {}
  export class JSDOM {
    constructor(html: string, options: { url: string; virtualConsole: VirtualConsole })
    readonly window: { readonly document: object; close(): void }
  }
}
