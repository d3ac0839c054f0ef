/** 志愿任务, told to the app. */
import { type SignupCase, signupMeaning, type SignupDetail } from '@linli/contracts/signup-case'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'

export const signupFace = makeFace<SignupCase, SignupDetail>({
  name: '志愿任务',
  declaration: signupMeaning,
  event: eventWords({ asked: () => '报了名', given: '退出了', completed: '时长已确认' }),
})
