// With what Chromium is started so that it is quiet: no call home, no question, no trace on the disk.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const features =
  'Translate,AsyncDns,DnsOverHttpsUpgrade,BackForwardCache,MediaRouter,OptimizationHints,InterestFeedContentSuggestions,AutofillServerCommunication,CertificateTransparencyComponentUpdater,AimEnabled,WebUIOmniboxPopup,SpareRendererForSitePerProcess'
const quiet = [
  '--no-first-run',
  '--no-default-browser-check',
  // An app without windows goes on; Chromium would end with its last one.
  '--keep-alive-for-test',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-component-extensions-with-background-pages',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-extensions',
  '--disable-breakpad',
  '--disable-client-side-phishing-detection',
  '--disable-sync',
  '--disable-quic',
  '--disable-search-engine-choice-screen',
  '--disable-session-crashed-bubble',
  '--disable-popup-blocking',
  '--disable-prompt-on-repost',
  '--disable-backgrounding-occluded-windows',
  '--disable-renderer-backgrounding',
  '--disable-background-timer-throttling',
  '--metrics-recording-only',
  '--no-pings',
  '--password-store=basic',
  '--use-mock-keychain',
  '--test-type',
  `--disable-features=${features}`,
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=http://127.0.0.1:9',
]

/** Switches that are passed on to Chromium; it gets no others, whoever asks. */
export const passedOn: ReadonlySet<string> = new Set([
  'lang',
  'force-device-scale-factor',
  'force-color-profile',
  'font-render-hinting',
  'disable-gpu',
  'disable-dev-shm-usage',
  'js-flags',
  'log-net-log',
  'enable-logging',
  'no-sandbox',
  'webrtc-ip-handling-policy',
])

/** All switches for a profile: the quiet ones, and those of `given` that are passed on. */
export const switchesFor = (profile: string, given: ReadonlyMap<string, string>): readonly string[] => [
  ...quiet,
  `--user-data-dir=${profile}`,
  // Chromium writes down a port that it chose itself, and no other.
  '--remote-debugging-port=0',
  // Chromium refuses to run as root with its sandbox.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...[...given]
    .filter(([name]) => passedOn.has(name))
    .map(([name, value]) => (value ? `--${name}=${value}` : `--${name}`)),
]

// What no switch turns off: Chromium looks up google.com at 8.8.8.8 when a page fails, asks for suggestions, and so on.
const preferences = {
  alternate_error_pages: { enabled: false },
  autofill: { enabled: false },
  browser: { check_default_browser: false },
  credentials_enable_service: false,
  dns_prefetching: { enabled: false },
  net: { network_prediction_options: 2 },
  safebrowsing: { enabled: false },
  search: { suggest_enabled: false },
  signin: { allowed: false },
  spellcheck: { dictionaries: [] },
  translate: { enabled: false },
}
const localState = { background_mode: { enabled: false }, dns_over_https: { mode: 'off' } }

/** Makes a new temporary profile, so that nothing of a page stays on the disk; returns its folder. */
export const createProfile = (): string => {
  const profile = mkdtempSync(join(tmpdir(), 'standin-'))
  mkdirSync(join(profile, 'Default'))
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences))
  writeFileSync(join(profile, 'Local State'), JSON.stringify(localState))
  return profile
}
