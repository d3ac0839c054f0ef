/** Fetches the code of the other pages, which the document names, once the first page and all it needed are there. */
export function prefetchPages() {
  const begin = () => {
    const named = document.querySelector<HTMLMetaElement>('meta[name=linli-later]')?.content ?? ''
    for (const href of named.split(' ').filter((one) => one !== '')) {
      const link = document.createElement('link')
      link.rel = 'prefetch'
      link.as = href.endsWith('.js') ? 'script' : href.endsWith('.svg') ? 'image' : 'style'
      link.href = href
      document.head.appendChild(link)
    }
  }
  if (document.readyState === 'complete') begin()
  else window.addEventListener('load', begin, { once: true })
}
