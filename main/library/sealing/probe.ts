// Whether this machine's cryptography does what sealing rests on, by known answers: Electron's is another library than Node's, and what is
// missing or wrong there must refuse a sealed library, never write one badly.
import { createCipheriv, createHmac, hkdfSync } from 'node:crypto'

/** True when AES-256-GCM, AES-256-CTR, HKDF and HMAC give the answers that their standards print. Takes well under a millisecond. */
export function canSeal(): boolean {
  try {
    return [gcm(), ctr(), hkdf(), hmac()].every(Boolean)
  } catch {
    return false
  }
}

/** Test case 14 of the GCM specification (McGrew and Viega): a block of zeros under zeros. */
function gcm(): boolean {
  const cipher = createCipheriv('aes-256-gcm', new Uint8Array(32), new Uint8Array(12))
  const body = cipher.update(new Uint8Array(16), undefined, 'hex')
  cipher.final()
  return (
    body === 'cea7403d4d606b6e074ec5d3baf39d18' &&
    cipher.getAuthTag().toString('hex') === 'd0d1c8a799996bf0265b98b5d48ab919'
  )
}

/** NIST SP 800-38A, F.5.5, first block. */
function ctr(): boolean {
  const key = Buffer.from('603deb1015ca71be2b73aef0857d77811f352c073b6108d72d9810a30914dff4', 'hex')
  const counter = Buffer.from('f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff', 'hex')
  const block = Buffer.from('6bc1bee22e409f96e93d7e117393172a', 'hex')
  return (
    createCipheriv('aes-256-ctr', key, counter).update(block).toString('hex') === '601ec313775789a5b7a7f504bbf3d228'
  )
}

/** RFC 5869, A.1. */
function hkdf(): boolean {
  const info = Buffer.from('f0f1f2f3f4f5f6f7f8f9', 'hex')
  const salt = Buffer.from('000102030405060708090a0b0c', 'hex')
  const key = Buffer.from(hkdfSync('sha256', Buffer.alloc(22, 0x0b), salt, info, 42)).toString('hex')
  return key === '3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865'
}

/** RFC 4231, test case 2. */
function hmac(): boolean {
  const code = createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex')
  return code === '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
}
