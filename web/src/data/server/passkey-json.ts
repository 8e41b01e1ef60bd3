/**
 * Passkey options and answers as JSON, also where the browser has no methods for it: Safari makes passkeys
 * since 16, but has `parseCreationOptionsFromJSON` only since 18.4. The shapes are those of WebAuthn Level 3,
 * section 5.1.
 */

/** Options for `navigator.credentials.create`. */
export function creationOptions(
  json: PublicKeyCredentialCreationOptionsJSON,
): PublicKeyCredentialCreationOptions {
  if ('parseCreationOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseCreationOptionsFromJSON(json)
  const { challenge, user, excludeCredentials, ...rest } = json
  return {
    ...rest,
    challenge: bytes(challenge),
    user: { ...user, id: bytes(user.id) },
    ...(excludeCredentials ? { excludeCredentials: excludeCredentials.map(descriptor) } : {}),
  } as unknown as PublicKeyCredentialCreationOptions // what is left is the same in both shapes
}

/** Options for `navigator.credentials.get`. */
export function requestOptions(
  json: PublicKeyCredentialRequestOptionsJSON,
): PublicKeyCredentialRequestOptions {
  if ('parseRequestOptionsFromJSON' in PublicKeyCredential)
    return PublicKeyCredential.parseRequestOptionsFromJSON(json)
  const { challenge, allowCredentials, ...rest } = json
  return {
    ...rest,
    challenge: bytes(challenge),
    ...(allowCredentials ? { allowCredentials: allowCredentials.map(descriptor) } : {}),
  } as unknown as PublicKeyCredentialRequestOptions // what is left is the same in both shapes
}

/** What the server reads: a new passkey, or the proof that one is here. */
export function credentialJson(credential: PublicKeyCredential): unknown {
  if (typeof credential.toJSON === 'function') return credential.toJSON()
  // one of the two
  const response = credential.response as AuthenticatorAttestationResponse & AuthenticatorAssertionResponse
  const parts: Record<string, unknown> = { clientDataJSON: text(response.clientDataJSON) }
  for (const name of ['attestationObject', 'authenticatorData', 'signature', 'userHandle'] as const) {
    if (response[name]) parts[name] = text(response[name])
  }
  if (typeof response.getTransports === 'function') parts['transports'] = response.getTransports()
  return {
    id: credential.id, rawId: text(credential.rawId), type: credential.type, response: parts,
    clientExtensionResults: credential.getClientExtensionResults(),
    ...(credential.authenticatorAttachment
      ? { authenticatorAttachment: credential.authenticatorAttachment }
      : {}),
  }
}

function descriptor(json: PublicKeyCredentialDescriptorJSON): PublicKeyCredentialDescriptor {
  return { ...json, id: bytes(json.id) } as PublicKeyCredentialDescriptor
}

/** Base64url (RFC 4648, section 5) to bytes. */
function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0))
}

/** Bytes to base64url without padding. */
function text(buffer: ArrayBuffer): string {
  const binary = String.fromCharCode(...new Uint8Array(buffer))
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
