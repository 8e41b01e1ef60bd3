/** “Firefox on Windows” from a User-Agent header. Browsers copy each other's names, so the order of the rules matters. */

type Rule = readonly [pattern: RegExp, name: string]

const BROWSERS: readonly Rule[] = [
  [/Edg(e|A|iOS)?\//, 'Edge'], [/OPR\/|Opera/, 'Opera'], [/SamsungBrowser\//, 'Samsung Internet'], [/Vivaldi\//, 'Vivaldi'],
  [/Firefox\/|FxiOS\//, 'Firefox'], [/CriOS\/|Chrome\/|Chromium\//, 'Chrome'], [/Safari\//, 'Safari'],
]

const SYSTEMS: readonly Rule[] = [
  [/iPhone/, 'iPhone'], [/iPad/, 'iPad'], [/Android/, 'Android'], [/Windows/, 'Windows'], [/CrOS/, 'ChromeOS'],
  [/Macintosh|Mac OS X/, 'Mac'], [/Linux|X11/, 'Linux'],
]

/** Browser and system in words; the beginning of the header where neither is known. */
export function deviceName(userAgent: string): string {
  const browser = nameOf(BROWSERS, userAgent)
  const system = nameOf(SYSTEMS, userAgent)
  if (browser && system) return `${browser} on ${system}`
  return browser ?? system ?? (userAgent.trim().slice(0, 40) || 'Unknown device')
}

function nameOf(rules: readonly Rule[], userAgent: string): string | undefined {
  return rules.find(([pattern]) => pattern.test(userAgent))?.[1]
}
