/**
 * Passkeys in a browser without the JSON methods (Safari 16 to 18.3). Values: bytes whose base64 has `+`, `/`
 * and padding.
 */
import { beforeEach, expect, test, vi } from 'vitest'
import { creationOptions, credentialJson, requestOptions } from './passkey-json'

const BYTES = Uint8Array.from([0xfb, 0xef, 0xff, 0x00])
const TEXT = '--__AA'

beforeEach(() => { vi.stubGlobal('PublicKeyCredential', class {}) })

test('options for a new passkey: challenge, user and excluded keys become bytes, the rest stays', () => {
  const options = creationOptions({
    challenge: TEXT, rp: { id: 'iron.example', name: 'Iron' },
    user: { id: TEXT, name: 'anna', displayName: 'anna' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ type: 'public-key', id: TEXT }],
  })
  expect(options).toEqual({
    challenge: BYTES, rp: { id: 'iron.example', name: 'Iron' },
    user: { id: BYTES, name: 'anna', displayName: 'anna' },
    pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    excludeCredentials: [{ type: 'public-key', id: BYTES }],
  })
})

test('options for signing in: challenge and allowed keys become bytes', () => {
  expect(
    requestOptions({
      challenge: TEXT, rpId: 'iron.example', userVerification: 'preferred',
      allowCredentials: [{ type: 'public-key', id: TEXT }],
    }),
  ).toEqual({
    challenge: BYTES, rpId: 'iron.example', userVerification: 'preferred',
    allowCredentials: [{ type: 'public-key', id: BYTES }],
  })
})

test('a browser that has the methods is asked itself', () => {
  const parsed = { challenge: BYTES }
  vi.stubGlobal('PublicKeyCredential', { parseRequestOptionsFromJSON: () => parsed })
  expect(requestOptions({ challenge: TEXT })).toBe(parsed)
})

test('a new passkey goes to the server as text', () => {
  const made = {
    id: TEXT, rawId: BYTES.buffer, type: 'public-key', authenticatorAttachment: 'platform',
    getClientExtensionResults: () => ({ credProps: { rk: true } }),
    response: {
      clientDataJSON: BYTES.buffer, attestationObject: BYTES.buffer, getTransports: () => ['internal'],
    },
  }
  expect(credentialJson(made as unknown as PublicKeyCredential)).toEqual({
    id: TEXT, rawId: TEXT, type: 'public-key', authenticatorAttachment: 'platform',
    clientExtensionResults: { credProps: { rk: true } },
    response: { clientDataJSON: TEXT, attestationObject: TEXT, transports: ['internal'] },
  })
})

test('a proof without a user handle leaves it out', () => {
  const proof = {
    id: TEXT, rawId: BYTES.buffer, type: 'public-key', authenticatorAttachment: null,
    getClientExtensionResults: () => ({}),
    response: {
      clientDataJSON: BYTES.buffer, authenticatorData: BYTES.buffer, signature: BYTES.buffer,
      userHandle: null,
    },
  }
  expect(credentialJson(proof as unknown as PublicKeyCredential)).toEqual({
    id: TEXT, rawId: TEXT, type: 'public-key', clientExtensionResults: {},
    response: { clientDataJSON: TEXT, authenticatorData: TEXT, signature: TEXT },
  })
})
