import type { Page } from 'playwright-core'

/** What whoever is signed in on a page does over the same interface as the page. */
export const postAs = (
  page: Page,
  path: string,
  body: object,
): Promise<{ status: number; answer: { id?: string; path?: string } }> =>
  page.evaluate(
    async ([url, said]) => {
      const stored = JSON.parse(localStorage.getItem('linli.session') ?? '{}') as { data: string }
      const { tokens } = JSON.parse(stored.data) as { tokens: { accessToken: string } }
      const headers = {
        authorization: `Bearer ${tokens.accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': crypto.randomUUID(),
      }
      const response = await fetch(`/v1${url}`, { method: 'POST', headers, body: said })
      return { status: response.status, answer: (await response.json()) as { id?: string; path?: string } }
    },
    [path, JSON.stringify(body)] as const,
  )
