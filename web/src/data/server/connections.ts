/** Connections to other services: the calendar address, webhooks, and assistants (MCP). */

import { event } from '../../core/generated/messages-connections'
import type {
  AssistantAddress, AssistantOut, AssistantRequest, CalendarFeed, CalendarOut, WebhookMade, WebhookOut,
} from '../../core/generated/wire'
import { api } from './api'

export type Calendar = CalendarFeed

/** Null where the lifter has none. */
export async function calendar(): Promise<Calendar | null> {
  return (await api<CalendarOut>('calendar')).feed
}

/** Make an address; the one before ends. */
export async function makeCalendar(): Promise<Calendar | null> {
  return (await api<CalendarOut>('calendar', { method: 'POST' })).feed
}

export async function endCalendar(): Promise<void> {
  await api('calendar', { method: 'DELETE' })
}

export type Webhook = WebhookOut
export type EventName = WebhookOut['events'][number]

export const EVENTS: readonly { id: EventName; name: string }[] = [
  { id: 'workout.finished', name: event.finished },
  { id: 'record.set', name: event.record },
  { id: 'plan.changed', name: event.plan },
]

/** The newest first. */
export function webhooks(): Promise<Webhook[]> {
  return api<Webhook[]>('webhooks')
}

/** The secret is told this once. */
export function makeWebhook(url: string, events: EventName[]): Promise<WebhookMade> {
  return api<WebhookMade>('webhooks', { json: { url, events } })
}

export function testWebhook(id: number): Promise<Webhook> {
  return api<Webhook>(`webhooks/${id}/test`, { method: 'POST' })
}

/** Go on with one that Iron gave up. */
export function resumeWebhook(id: number): Promise<Webhook> {
  return api<Webhook>(`webhooks/${id}/resume`, { method: 'POST' })
}

export async function endWebhook(id: number): Promise<void> {
  await api(`webhooks/${id}`, { method: 'DELETE' })
}

export type Assistant = AssistantOut
export type AssistantQuestion = AssistantRequest

/** The newest first. */
export function assistants(): Promise<Assistant[]> {
  return api<Assistant[]>('assistants')
}

/** Its access ends at once. */
export async function endAssistant(id: number): Promise<void> {
  await api(`assistants/${id}`, { method: 'DELETE' })
}

/** What the assistant of a request that the server signed asks for. */
export function assistantRequest(signed: string): Promise<AssistantQuestion> {
  return api<AssistantQuestion>(`assistants/request?${new URLSearchParams({ request: signed }).toString()}`)
}

/** Answer the request; returns where the browser takes the answer. */
export async function answerAssistant(
  answer: { request: string; allow: boolean; writes: boolean },
): Promise<string> {
  return (await api<AssistantAddress>('assistants/answer', { json: answer })).address
}
