/** The follow-up of a bad rating, told to the app as its rater sees it; staff read it where it is handled. */
import { type FollowUpCase, type FollowUpCaseDetail, followUpMeaning } from '@linli/contracts/follow-up-case'
import { eventWords } from '../../../shared/cases/event-words'
import { makeFace } from '../../../shared/cases/make-face'
import { pages } from '../../../shared/navigation/pages'
import { faceText } from './face-text'
import { followUpNext, gradedWords } from './face-words'
import { raterEvents } from './rater-events'

export const followUpFace = makeFace<FollowUpCase, FollowUpCaseDetail>({
  name: '评价跟进',
  declaration: followUpMeaning,
  title: ({ title }) => title,
  // It has no day of its own.
  when: () => '',
  head: (one) => ({ first: faceText.title(one.title), second: gradedWords(one) }),
  next: followUpNext,
  event: eventWords({ party: raterEvents }),
  ahead: ({ state }) => faceText.ahead[state] ?? [],
  home: ({ id, title, communityName }) => ({
    when: faceText.homeVerdict,
    what: faceText.title(title),
    where: communityName,
    to: pages.case(id),
    spot: 'post',
    tagged: false,
    asks: false,
    spoken: () => `${faceText.homeVerdict}。`,
  }),
})
