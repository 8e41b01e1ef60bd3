/** What made a change of a program, in words. */
import type { Message } from '../../values/message'

/** Codes that stand for a rule; every other rule is called what its program calls it. */
const CODES = ['rule-as-lifted', 'rule-typed']

/** What made a change, as it stands within a sentence. `phrase`: the words of a message. */
export function ruleWords(rule: string, phrase: (message: Message) => string): string {
  return CODES.includes(rule) ? phrase({ code: rule, values: {} }) : rule
}
