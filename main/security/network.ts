// Nothing leaves the machine: several independent layers, so that one that fails or changes is not the only one.
import type { App, Session } from 'electron'
import { isLocalAddress } from './origin.ts'

/**
 * Calls between peers (WebRTC) send packets of their own, past the content policy, the request filter, the resolver and the offline
 * switch (seen in a trace). With this they may only go through a proxy, and ours is not there.
 */
const withoutPackets = 'disable_non_proxied_udp'

/** Before `ready`: no host name resolves, and whatever tries goes to a proxy that is not there. */
export function cutNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND')
  app.commandLine.appendSwitch('proxy-server', '127.0.0.1:9')
  app.commandLine.appendSwitch('disable-background-networking')
  app.commandLine.appendSwitch('disable-component-update')
  app.commandLine.appendSwitch('disable-quic')
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', withoutPackets)
  app.on('web-contents-created', (_event, contents) => contents.setWebRTCIPHandlingPolicy(withoutPackets))
}

/** In the session in use: cancels every request but our own, and tells Chromium that it is offline. The one owner of `onBeforeRequest`. */
export async function cutSession(session: Session): Promise<void> {
  session.webRequest.onBeforeRequest((details, callback) => callback({ cancel: !isLocalAddress(details.url) }))
  session.setSpellCheckerEnabled(false)
  session.enableNetworkEmulation({ offline: true })
  await session.setProxy({ proxyRules: '127.0.0.1:9', proxyBypassRules: '<-loopback>' })
}
