/** 找人帮, told to the app. */
import { type NeedCase, needDeclaration, type NeedDetail } from '@linli/contracts/need-case'
import { cancelNeed, completeNeed, refuseNeed } from '@linli/contracts/needs'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'

export const needFace = makeFace<NeedCase, NeedDetail>({
  name: '找人帮',
  declaration: needDeclaration,
  event: eventWords({ asked: () => '提交了申请', given: '取消了申请', completed: '办完了' }),
  facts: ({ facts: { wish } }) => (wish === null ? [] : [['申请内容', wish]]),
  acts: [{ action: 'cancel', word: '不用了', look: 'ghost', endpoint: cancelNeed, said: '已取消' }],
  deskActs: [
    { action: 'complete', word: '办完了', look: 'main', endpoint: completeNeed, said: '已办完' },
    {
      action: 'refuse',
      word: '不能办',
      look: 'danger',
      endpoint: refuseNeed,
      note: { title: '为什么不能办', label: '原因' },
    },
  ],
})
