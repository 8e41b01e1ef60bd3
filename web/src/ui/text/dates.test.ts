import { expect, test } from 'vitest'
import { pauseWords } from './dates'

test('a pause is said in weeks, and in years from two on', () => {
  expect(pauseWords(30)).toBe('4 weeks')
  expect(pauseWords(400)).toBe('57 weeks')
  expect(pauseWords(1803)).toBe('about 5 years')
})
