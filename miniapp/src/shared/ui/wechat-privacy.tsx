import { useSignal } from '../signal'
import { answerPrivacy, privacyAsked, privacyButtonId, readPrivacyContract } from '../wechat-privacy'
import { Box } from './base/box'
import { PrivacyButton } from './base/privacy-button'
import { Button } from './button'
import { Sheet } from './sheet'
import { frameText } from './text'

/** WeChat's privacy notice, over whatever page is open. */
export function WechatPrivacy() {
  const asked = useSignal(privacyAsked)
  if (asked === null) return null
  return (
    <Sheet title={frameText.wechatPrivacy} onClose={() => answerPrivacy('disagree')}>
      <Box as="p">{frameText.wechatPrivacyHelp}</Box>
      <Button look="plain" onTap={() => readPrivacyContract()}>
        {frameText.wechatPrivacyRead}
      </Button>
      <Button look="ghost" onTap={() => answerPrivacy('disagree')}>
        {frameText.wechatPrivacyNo}
      </Button>
      <PrivacyButton
        id={privacyButtonId}
        className="tap button button--main"
        onAgree={() => answerPrivacy('agree')}
      >
        {frameText.wechatPrivacyYes}
      </PrivacyButton>
    </Sheet>
  )
}
