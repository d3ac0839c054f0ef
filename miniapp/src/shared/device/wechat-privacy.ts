import { signal } from '../app-state/signal'

type Resolve = (answer: { event: 'agree' | 'disagree'; buttonId?: string }) => void
interface Failed {
  errMsg: string
  errno?: number
}
interface PrivacyApi {
  onNeedPrivacyAuthorization?: (asked: (resolve: Resolve) => void) => void
  getPrivacySetting?: (given: {
    success: (setting: { needAuthorization: boolean }) => void
    fail: () => void
  }) => void
  requirePrivacyAuthorize?: (given: { success: () => void; fail: (error: Failed) => void }) => void
  openPrivacyContract?: (given: object) => void
}
declare const wx: PrivacyApi | undefined

/** WeChat's interface, where there is one; each part of it may be missing in an old WeChat. */
const wechat = (): PrivacyApi => (process.env.TARO_ENV === 'weapp' && typeof wx !== 'undefined' ? wx : {})

/** What waits for the person's answer to WeChat's privacy notice; nothing waits: null. */
export const privacyAsked = signal<readonly Resolve[] | null>(null)

/** From now on WeChat asks in our words when something is used that its platform protects. */
export function watchPrivacy() {
  wechat().onNeedPrivacyAuthorization?.((resolve) =>
    privacyAsked.set([...(privacyAsked.get() ?? []), resolve]),
  )
}

/** By this id WeChat knows that its own button was tapped, without which no answer counts. */
export const privacyButtonId = 'agree-privacy'

export function answerPrivacy(event: 'agree' | 'disagree') {
  const waiting = privacyAsked.get() ?? []
  privacyAsked.set(null)
  for (const resolve of waiting) resolve(event === 'agree' ? { event, buttonId: privacyButtonId } : { event })
}

export const readPrivacyContract = () => wechat().openPrivacyContract?.({})

/** What WeChat says when the person declined; anything else is no answer of theirs and stands in nobody's way. */
const declined = 104

/** Asks for WeChat's privacy authorisation where it is needed and was not given. @returns false when it was declined */
export function privacyAuthorised(): Promise<boolean> {
  const { getPrivacySetting, requirePrivacyAuthorize } = wechat()
  return new Promise((done) => {
    if (getPrivacySetting === undefined || requirePrivacyAuthorize === undefined) return done(true)
    getPrivacySetting({
      success: ({ needAuthorization }) => {
        if (!needAuthorization) return done(true)
        requirePrivacyAuthorize({
          success: () => done(true),
          fail: ({ errno }) => done(errno !== declined),
        })
      },
      fail: () => done(true),
    })
  })
}
