import type { App, Session } from 'electron';
import { isOwnAddress } from '../app/origin.ts';

// Layer 1 is the page's content security policy (headers.ts).

// Layer 2: Chromium's own errands, and any name that would still have to be resolved.
const switches: readonly (readonly [string, string?])[] = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-default-apps'],
  ['disable-breakpad'],
  ['no-pings'],
  ['no-first-run'],
  ['dns-prefetch-disable'],
  ['disable-quic'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  // Nothing of the case data on disk, nor anything else where it can be helped.
  ['disable-gpu-shader-disk-cache'],
  ['disk-cache-size', '1'],
  ['media-cache-size', '1'],
];

const disabledFeatures = [
  'AsyncDns',
  'DnsOverHttps',
  'DialMediaRouteProvider',
  'MediaRouter',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'CertificateTransparencyComponentUpdater',
  'AutofillServerCommunication',
  'SpareRendererForSitePerProcess',
  'WebRtcHideLocalIpsWithMdns',
  'Reporting',
  'NetworkErrorLogging',
];

// Ways to hardware and out of the machine the page has no use for; not there is better than refused.
const disabledPageFeatures = ['WebUSB', 'WebHID', 'Serial', 'WebBluetooth', 'WebNFC', 'DirectSockets', 'WebTransport'];

/** Has to run before the app is ready. */
export function silenceChromium(app: App): void {
  for (const [name, value] of switches) {
    if (value === undefined) app.commandLine.appendSwitch(name);
    else app.commandLine.appendSwitch(name, value);
  }
  app.commandLine.appendSwitch('disable-features', disabledFeatures.join(','));
  app.commandLine.appendSwitch('disable-blink-features', disabledPageFeatures.join(','));
}

/** What a request may ask for: our own pages and the pictures they made in memory. */
export function isAllowedRequest(address: string, development: boolean): boolean {
  if (address.startsWith('blob:')) return isOwnAddress(address.slice('blob:'.length));
  if (development && address.startsWith('devtools://')) return true;
  return isOwnAddress(address);
}

export type RequestRefused = (scheme: string) => void;

/** Layers 3 to 5 for one session: request filter, a proxy that leads nowhere, no dictionaries to fetch. */
export function cutOff(session: Session, options: { development: boolean; onRefused: RequestRefused }): void {
  session.webRequest.onBeforeRequest((details, reply) => {
    const allowed = isAllowedRequest(details.url, options.development);
    if (!allowed) options.onRefused(details.url.split(':', 1)[0] ?? '');
    reply({ cancel: !allowed });
  });
  // Port 9 discards; without the bypass rule Chromium would still go straight to loopback addresses.
  void session.setProxy({ mode: 'fixed_servers', proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' });
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL('app://bundle/none/');
}
