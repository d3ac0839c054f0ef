/** 法律咨询, told to the app. */
import {
  type ConsultationCase,
  consultationDeclaration,
  type ConsultationDetail,
} from '@linli/contracts/consultation-case'
import { cancelConsultation, completeConsultation, refuseConsultation } from '@linli/contracts/consultations'
import { eventWords } from '../../shared/cases/event-words'
import { makeFace } from '../../shared/cases/make-face'

export const consultationFace = makeFace<ConsultationCase, ConsultationDetail>({
  name: '法律咨询',
  declaration: consultationDeclaration,
  event: eventWords({ asked: () => '提交了申请', given: '取消了申请', completed: '办完了' }),
  facts: ({ facts: { wish } }) => (wish === null ? [] : [['申请内容', wish]]),
  acts: [{ action: 'cancel', word: '不用了', look: 'ghost', endpoint: cancelConsultation, said: '已取消' }],
  deskActs: [
    { action: 'complete', word: '办完了', look: 'main', endpoint: completeConsultation, said: '已办完' },
    {
      action: 'refuse',
      word: '不能办',
      look: 'danger',
      endpoint: refuseConsultation,
      note: { title: '为什么不能办', label: '原因' },
    },
  ],
})
