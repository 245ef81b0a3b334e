const PLATFORMS: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows NT/, 'Windows'],
  [/Macintosh/, 'Mac'],
  [/CrOS/, 'Chromebook'],
  [/Linux/, 'Linux'],
];

/**
 * Browsers in the order in which they are searched. A User-Agent also contains the names of browsers that come later in this list, so the
 * first match counts.
 */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(?:e|A|iOS)?\/(\d{1,4})/, 'Edge'],
  [/\bOPR\/(\d{1,4})/, 'Opera'],
  [/\bSamsungBrowser\/(\d{1,4})/, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\/(\d{1,4})/, 'Firefox'],
  [/\b(?:Headless)?(?:Chrome|CriOS)\/(\d{1,4})/, 'Chrome'],
  [/\bVersion\/(\d{1,4})[\d.]* .*Safari\//, 'Safari'],
];

/** The device or operating system that a User-Agent names. Returns one of a fixed set of names, never text from the header. */
export function platformOf(userAgent: string | null | undefined): string | undefined {
  return PLATFORMS.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
}

/** Display name of a browser, e.g. `Firefox 141 on Mac`; undefined when neither part is known. */
export function browserName(userAgent: string | null | undefined): string | undefined {
  const platform = platformOf(userAgent);
  for (const [pattern, name] of BROWSERS) {
    const version = pattern.exec(userAgent ?? '')?.[1];
    if (version !== undefined) return platform ? `${name} ${version} on ${platform}` : `${name} ${version}`;
  }
  return platform;
}
