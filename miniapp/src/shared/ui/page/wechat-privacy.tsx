import { wechatText } from '../../words/wechat-text'
import { useSignal } from '../../app-state/signal'
import {
  answerPrivacy,
  privacyAsked,
  privacyButtonId,
  readPrivacyContract,
} from '../../device/wechat-privacy'
import { Box } from '../base/box'
import { PrivacyButton } from '../base/privacy-button'
import { Button } from '../button'
import { Sheet } from '../sheets/sheet'

/** WeChat's privacy notice, over whatever page is open. */
export function WechatPrivacy() {
  const asked = useSignal(privacyAsked)
  if (asked === null) return null
  return (
    <Sheet title={wechatText.wechatPrivacy} onClose={() => answerPrivacy('disagree')}>
      <Box as="p">{wechatText.wechatPrivacyHelp}</Box>
      <Button look="plain" onTap={() => readPrivacyContract()}>
        {wechatText.wechatPrivacyRead}
      </Button>
      <Button look="ghost" onTap={() => answerPrivacy('disagree')}>
        {wechatText.wechatPrivacyNo}
      </Button>
      <PrivacyButton
        id={privacyButtonId}
        className="tap button button--main"
        onAgree={() => answerPrivacy('agree')}
      >
        {wechatText.wechatPrivacyYes}
      </PrivacyButton>
    </Sheet>
  )
}
