/** A shared location → the IANA zone of the nearest known city; the position itself is kept nowhere. */

/** Latitude, longitude in degrees. */
const cities: readonly [zone: string, latitude: number, longitude: number][] = [
  ['Asia/Yerevan', 40.18, 44.51],
  ['Asia/Yerevan', 39.2, 46.4],
  ['Asia/Baku', 40.41, 49.87],
  ['Asia/Baku', 40.68, 46.36],
  ['Asia/Baku', 39.21, 45.41],
  ['Asia/Baku', 39.82, 46.76],
  ['Asia/Tbilisi', 41.72, 44.79],
  ['Asia/Tbilisi', 41.65, 41.64],
  ['Asia/Tbilisi', 42.27, 42.7],
  ['Europe/Moscow', 55.75, 37.62],
  ['Europe/Moscow', 59.93, 30.34],
  ['Europe/Moscow', 45.04, 38.98],
  ['Europe/Moscow', 43.02, 44.68],
  ['Europe/Moscow', 42.98, 47.5],
  ['Europe/Samara', 53.2, 50.15],
  ['Asia/Yekaterinburg', 56.84, 60.6],
  ['Europe/Istanbul', 41.01, 28.98],
  ['Europe/Istanbul', 39.93, 32.86],
  ['Europe/Istanbul', 37.87, 32.48],
  ['Europe/Istanbul', 39.9, 41.27],
  ['Europe/Istanbul', 38.5, 43.38],
  ['Asia/Tehran', 35.69, 51.39],
  ['Asia/Tehran', 38.08, 46.29],
  ['Asia/Tehran', 32.65, 51.67],
  ['Asia/Baghdad', 33.31, 44.37],
  ['Asia/Damascus', 33.51, 36.29],
  ['Asia/Beirut', 33.89, 35.5],
  ['Asia/Jerusalem', 31.77, 35.21],
  ['Asia/Riyadh', 24.71, 46.68],
  ['Asia/Dubai', 25.2, 55.27],
  ['Asia/Qatar', 25.29, 51.53],
  ['Asia/Ashgabat', 37.96, 58.33],
  ['Asia/Tashkent', 41.3, 69.24],
  ['Asia/Almaty', 43.24, 76.89],
  ['Asia/Almaty', 51.17, 71.43],
  ['Asia/Kolkata', 28.61, 77.21],
  ['Asia/Shanghai', 39.9, 116.4],
  ['Asia/Tokyo', 35.68, 139.69],
  ['Asia/Seoul', 37.57, 126.98],
  ['Europe/Kyiv', 50.45, 30.52],
  ['Europe/Kyiv', 46.48, 30.73],
  ['Europe/Minsk', 53.9, 27.57],
  ['Europe/Chisinau', 47.01, 28.86],
  ['Europe/Bucharest', 44.43, 26.1],
  ['Europe/Sofia', 42.7, 23.32],
  ['Europe/Athens', 37.98, 23.73],
  ['Asia/Nicosia', 35.19, 33.38],
  ['Africa/Cairo', 30.04, 31.24],
  ['Europe/Warsaw', 52.23, 21.01],
  ['Europe/Vilnius', 54.69, 25.28],
  ['Europe/Riga', 56.95, 24.11],
  ['Europe/Tallinn', 59.44, 24.75],
  ['Europe/Helsinki', 60.17, 24.94],
  ['Europe/Stockholm', 59.33, 18.07],
  ['Europe/Oslo', 59.91, 10.75],
  ['Europe/Copenhagen', 55.68, 12.57],
  ['Europe/Berlin', 52.52, 13.4],
  ['Europe/Berlin', 48.14, 11.58],
  ['Europe/Vienna', 48.21, 16.37],
  ['Europe/Budapest', 47.5, 19.04],
  ['Europe/Prague', 50.08, 14.44],
  ['Europe/Zurich', 46.2, 6.14],
  ['Europe/Rome', 41.9, 12.5],
  ['Europe/Madrid', 40.42, -3.7],
  ['Europe/Lisbon', 38.72, -9.14],
  ['Europe/Paris', 48.86, 2.35],
  ['Europe/Brussels', 50.85, 4.35],
  ['Europe/Amsterdam', 52.37, 4.9],
  ['Europe/London', 51.51, -0.13],
  ['Europe/Dublin', 53.35, -6.26],
  ['America/New_York', 40.71, -74.01],
  ['America/New_York', 38.9, -77.04],
  ['America/New_York', 42.36, -71.06],
  ['America/Toronto', 43.65, -79.38],
  ['America/Chicago', 41.88, -87.63],
  ['America/Denver', 39.74, -104.99],
  ['America/Los_Angeles', 34.05, -118.24],
  ['America/Los_Angeles', 37.77, -122.42],
]

const earthKm = 6_371
/** Farther from every city: the hours of the meridian are nearer the truth. */
const farKm = 900

function distanceKm(a: readonly [number, number], b: readonly [number, number]): number {
  const rad = Math.PI / 180
  const h = Math.sin(((b[0] - a[0]) * rad) / 2) ** 2 + Math.cos(a[0] * rad) * Math.cos(b[0] * rad) * Math.sin(((b[1] - a[1]) * rad) / 2) ** 2
  return 2 * earthKm * Math.asin(Math.sqrt(h))
}

/** Degrees → an IANA zone; a guess near borders, which is why it is read back. */
export function nearestZone(latitude: number, longitude: number): string {
  const ranked = cities.map(([zone, lat, long]) => ({ zone, km: distanceKm([latitude, longitude], [lat, long]) })).sort((a, b) => a.km - b.km)
  const [best] = ranked
  if (best && best.km <= farKm) return best.zone
  // POSIX turns the sign round: Etc/GMT-4 is four hours ahead.
  const hours = Math.round(longitude / 15)
  return hours === 0 ? 'UTC' : `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`
}
