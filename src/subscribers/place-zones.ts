/** What people call a time zone (an IANA name, an offset, a city in six languages) → the IANA zone. */
import { foldCase, foldDiacritics } from '../text/normalise.js'
import { fixedOffset } from '../text/zones.js'

/** Beginnings of the cities' names in the six languages, marks folded; inflected forms go on behind them. */
const cities: readonly [zone: string, names: string][] = [
  ['Asia/Yerevan', 'yerevan erevan erivan irevan ереван երեւան երևան ერევან gyumri gumri гюмри գյումրի'],
  ['Asia/Baku', 'baku bakı baki bakü баку բաքու ბაქო gence ganja гянджа nakhchivan naxçıvan nahçıvan нахичеван'],
  ['Asia/Tbilisi', 'tbilisi tiflis тбилиси թբիլիսի თბილის batumi батуми ბათუმ kutaisi кутаиси ქუთაის'],
  ['Europe/Moscow', 'moscow moskova moskva москв մոսկվա მოსკოვ msk мск petersburg петербург'],
  ['Europe/Istanbul', 'istanbul стамбул ստամբուլ სტამბოლ ankara анкар անկարա ანკარა'],
  ['Asia/Tehran', 'tehran tahran тегеран թեհրան თეირან'],
  ['Europe/Brussels', 'brussels brüksel brussel брюссел բրյուսել ბრიუსელ'],
  ['Europe/Paris', 'paris париж փարիզ პარიზ strasbourg страсбург'],
  ['Europe/London', 'london londra лондон լոնդոն ლონდონ'],
  ['Europe/Berlin', 'berlin берлин բեռլին ბერლინ munich мюнхен frankfurt франкфурт'],
  ['Europe/Vienna', 'vienna viyana vyana вен վիեննա ვენა'],
  ['Europe/Zurich', 'geneva cenevre женев ժնև ժնեւ ჟენევა zurich цюрих bern'],
  ['Europe/Warsaw', 'warsaw varşova варшав վարշավա ვარშავა'],
  ['Europe/Kyiv', 'kyiv kiev киев київ կիեւ կիև კიევ'],
  ['Europe/Rome', 'rome roma рим հռոմ რომი vatican'],
  ['Europe/Madrid', 'madrid мадрид մադրիդ მადრიდ'],
  ['Europe/Amsterdam', 'hague amsterdam гааг амстердам հաագա ჰააგა lahey'],
  ['Europe/Prague', 'prague praga прага праге'],
  ['Europe/Vilnius', 'vilnius вильнюс'],
  ['Europe/Minsk', 'minsk минск մինսկ მინსკ'],
  ['America/New_York', 'washington vaşinqton вашингтон վաշինգտոն ვაშინგტონ boston бостон'],
  ['America/New_York', 'newyork nyc нью-йорк ньюйорк նյույորք ნიუიორკ nyu-york'],
  ['America/Los_Angeles', 'losangeles лос-анджелес լոսանջելես glendale san-francisco'],
  ['Asia/Dubai', 'dubai дубай դուբայ დუბაი abudhabi'],
  ['Asia/Almaty', 'almaty алматы astana астан'],
  ['Asia/Tashkent', 'tashkent ташкент daşkənd taşkent'],
  ['Asia/Shanghai', 'beijing pekin пекин պեկին პეკინ'],
  ['Asia/Kolkata', 'delhi дели դելի დელი'],
  ['UTC', 'utc gmt'],
]

const longestEnding = 4

function plainName(text: string): string {
  return foldDiacritics(foldCase(text, 'en')).replace(/[\s_-]+/g, '')
}

const byName = new Map<string, string>()
for (const [zone, names] of cities) for (const name of names.split(' ')) byName.set(plainName(name), zone)

let ianaNames: Map<string, string> | null = null

/** Every IANA name, and every last part that is a city ("Asia/Tokyo" and "Tokyo"), in plain form. */
function iana(): Map<string, string> {
  if (!ianaNames) {
    ianaNames = new Map()
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      ianaNames.set(plainName(zone), zone)
      const city = zone.split('/').at(-1)
      if (zone.includes('/') && city && city.length > 3) ianaNames.set(plainName(city), zone)
    }
  }
  return ianaNames
}

/** "+4", "UTC+04:00" → a zone of whole hours without daylight saving (IANA writes the sign the other way round); null for others. */
function offsetZone(text: string): string | null {
  if (!/[+−-]\s*\d/.test(text)) return null
  const minutes = fixedOffset(text.replace(/\s/g, ''))
  if (minutes === null || minutes % 60 !== 0) return null
  const hours = minutes / 60
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}

/** An IANA name written out ("asia/yerevan", "Europe/Kiev") or an offset; null for anything else. */
export function writtenZone(text: string): string | null {
  const offset = offsetZone(text)
  if (offset) return offset
  if (!/^[A-Za-z]+(?:\/[A-Za-z_+-]+){1,2}$/.test(text)) return null
  const known = iana().get(plainName(text))
  if (known) return known
  try {
    // A name that the engine knows as an older spelling of another.
    return new Intl.DateTimeFormat('en', { timeZone: text }).resolvedOptions().timeZone
  } catch {
    return null
  }
}

/** The zone of a city in one of six languages, inflected or not; null when it is none. One or two words. */
export function cityZone(text: string): string | null {
  const name = plainName(text)
  if (name.length < 3) return null
  const exact = byName.get(name) ?? iana().get(name)
  if (exact || text.includes(' ')) return exact ?? null
  // "Еревану", "Երևանի", "Bakıda": the name and an ending.
  for (let ending = 1; ending <= longestEnding && name.length - ending >= 4; ending++) {
    const found = byName.get(name.slice(0, -ending))
    if (found) return found
  }
  return null
}
