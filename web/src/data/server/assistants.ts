/** Assistants that use the journal over MCP: what one asks for, the answer, and which are connected. */

import type { AssistantAddress, AssistantOut, AssistantRequest } from '../../core/generated/wire'
import { api } from './api'

export type Assistant = AssistantOut
export type Request = AssistantRequest

/** The newest first. */
export function assistants(): Promise<Assistant[]> {
  return api<Assistant[]>('assistants')
}

/** Its access ends at once. */
export async function endAssistant(id: number): Promise<void> {
  await api(`assistants/${id}`, { method: 'DELETE' })
}

/** What the assistant of a request that the server signed asks for. */
export function assistantRequest(signed: string): Promise<Request> {
  return api<Request>(`assistants/request?${new URLSearchParams({ request: signed }).toString()}`)
}

/** Answer the request; returns where the browser takes the answer. */
export async function answerAssistant(
  answer: { request: string; allow: boolean; writes: boolean },
): Promise<string> {
  return (await api<AssistantAddress>('assistants/answer', { json: answer })).address
}
