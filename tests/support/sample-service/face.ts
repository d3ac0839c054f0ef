import type { CaseDetail, CaseSummary } from '../../../bff/contracts/src/cases'
import type { Endpoint } from '../../../bff/contracts/src/endpoint'
import type { OwnFace } from '../../../miniapp/src/shared/cases/make-face'

type States = NonNullable<OwnFace['declaration']>['states']

/**
 * The face of a visit, as a deployment's script leaves it in `window.linliFaces`. It runs in the browser, where nothing of
 * this file is but the function itself.
 * @param states of the declaration
 */
export function leaveFace(states: States): void {
  const words: Readonly<Record<string, string>> = {
    request: '您请社区来家里看看',
    withdraw: '您说不用来了',
  }
  const purposeOf = ({ facts }: CaseSummary | CaseDetail) => String((facts as { purpose?: unknown }).purpose)
  const face: OwnFace = {
    name: '上门看望',
    declaration: { type: 'x_visit', states },
    words: { asked: '等社区回话' },
    title: (one) => `请社区来${purposeOf(one)}`,
    facts: (one) => [['看望什么', purposeOf(one)]],
    next: ({ state }) => (state === 'asked' ? '社区会打电话和您约好谁来。' : '想再约时，随时可以说。'),
    event: ({ action }) => words[action] ?? '社区记了一笔',
    acts: [
      {
        action: 'withdraw',
        word: '不用来了',
        look: 'ghost',
        said: '已告诉社区',
        confirm: {
          title: '不用社区来了？',
          lines: ['这次看望会取消。'],
          yes: '不用来了，谢谢',
          no: '还是来吧',
        },
        // The app asks for no more of it than where it is and whether it is repeated.
        endpoint: { method: 'POST', path: '/visits/:id/withdraw', repeatable: 'key' } as Endpoint,
      },
    ],
  }
  Object.assign(globalThis, { linliFaces: [face] })
}
