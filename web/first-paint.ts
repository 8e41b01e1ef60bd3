import type { IndexHtmlTransformContext, Plugin } from 'vite'

/** Sources whose chunks the first screen imports once the app runs. */
const SENTENCES = [/\/prescription\/messages\.ts$/, /\/messages\/en\.ftl\?raw$/]

/**
 * Names in the page what the first screen will ask for, so that it comes along with the app, not a round trip
 * later: the engine's sentences and the list of exercises.
 */
export function preloadFirstScreen(base: string): Plugin {
  return {
    name: 'preload-first-screen',
    transformIndexHtml: {
      order: 'post',
      handler(_html: string, { bundle }: IndexHtmlTransformContext) {
        if (!bundle) return []
        const chunks = Object.values(bundle).filter((file) => {
          const source = file.type === 'chunk' ? file.facadeModuleId : null
          return source && SENTENCES.some((pattern) => pattern.test(source))
        })
        if (chunks.length !== SENTENCES.length)
          throw new Error(`${chunks.length} chunks hold sentences alone, not ${SENTENCES.length}.`)
        const link = (attrs: Record<string, string | boolean>) =>
          ({ tag: 'link', attrs, injectTo: 'head' as const })
        return [
          ...chunks.map(({ fileName }) =>
            link({ rel: 'modulepreload', crossorigin: true, href: `${base}${fileName}` })),
          link({ rel: 'preload', as: 'fetch', crossorigin: true, href: `${base}content/index.json` }),
        ]
      },
    },
  }
}
