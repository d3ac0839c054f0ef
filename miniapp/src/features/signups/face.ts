/** 志愿任务, told to the app. */
import { type SignupCase, signupMeaning, type SignupDetail } from '@linli/contracts/signup-case'
import { cancelSignup, completeSignup, refuseSignup } from '@linli/contracts/signups'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'

export const signupFace = makeFace<SignupCase, SignupDetail>({
  name: '志愿任务',
  declaration: signupMeaning,
  event: eventWords({ asked: () => '提交了申请', given: '取消了申请', completed: '办完了' }),
  facts: ({ facts: { wish } }) => (wish === null ? [] : [['申请内容', wish]]),
  acts: [{ action: 'cancel', word: '不用了', look: 'ghost', endpoint: cancelSignup, said: '已取消' }],
  deskActs: [
    { action: 'complete', word: '办完了', look: 'main', endpoint: completeSignup, said: '已办完' },
    {
      action: 'refuse',
      word: '不能办',
      look: 'danger',
      endpoint: refuseSignup,
      note: { title: '为什么不能办', label: '原因' },
    },
  ],
})
