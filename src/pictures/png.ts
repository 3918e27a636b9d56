/** SVG → PNG with the fonts that ship with the package: the same letters in all six scripts on every machine. */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Resvg } from '@resvg/resvg-js'

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')

/** `width` in pixels; the height follows. */
export function svgToPng(svg: string, width: number): Uint8Array {
  const drawn = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: {
      loadSystemFonts: false,
      fontFiles: [join(fonts, 'DejaVuSans.ttf'), join(fonts, 'DejaVuSans-Bold.ttf')],
      defaultFontFamily: 'DejaVu Sans',
    },
  })
  return new Uint8Array(drawn.render().asPng())
}
