/** A browser has no such notice. */
export const WechatPrivacy = () => null
