import { beforeAll, expect, test, vi } from 'vitest'
import { linkOf, textOfLink } from './program-link'

beforeAll(() => {
  vi.stubGlobal('location', { origin: 'https://iron.example' })
})

test('a program travels in a link and comes back as it was', async () => {
  const text = `format = 2\nname = "Träning “5×5”"\n${'# long\n'.repeat(2000)}`
  const link = await linkOf(text)
  expect(link).toMatch(/^https:\/\/iron\.example\/.*program#p1\.[\w-]+$/)
  expect(link.length).toBeLessThan(300)
  expect(await textOfLink(link)).toBe(text)
})

test('the link that the command line makes is read', async () => {
  // printf 'format = 2\n' through iron.training.programs.link
  expect(await textOfLink('https://x/app/program#p1.S8svyk0sUbBVMOICAA')).toBe('format = 2\n')
})

test.each([
  ['', 'has no program'],
  ['https://x/app/program', 'has no program'],
  ['#p1.a b', 'has no program'],
  ['#p1.S8svyk0s', 'is damaged'],
  ['#p1.____', 'is damaged'],
])('%s is refused with a sentence', async (link, words) => {
  await expect(textOfLink(link)).rejects.toThrow(words)
})

test('a small link that unpacks to more than a program is refused', async () => {
  const link = await linkOf('a'.repeat(3_000_000))
  expect(link.length).toBeLessThan(6000)
  await expect(textOfLink(link)).rejects.toThrow('larger than 256 KiB')
})
