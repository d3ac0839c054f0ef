import { checkInAtDoor } from '@linli/contracts/check-in'
import Taro, { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useWrite } from '../../../shared/http/use-write'
import { replaceWith } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { useSession } from '../../../shared/session/session'
import { Refusal } from '../../../shared/ui/answers/refusal'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { say } from '../../../shared/ui/page/say'
import { caseText } from '../case/text'
import { Blank } from '../../../shared/ui/answers/blank'

const text = caseText.checkIn
/** A browser has no scanner: there the camera of the telephone opens this page. */
const canScan = process.env.TARO_ENV !== 'h5'
const codeIn = (read: string) => /(?:^|code=)([\w-]{40})$/.exec(read.trim())?.[1]

/** What the code at a door opens: one tap, and one is there. */
export default function CheckInPage() {
  const { code: given = '' } = useRouter().params
  const [code, setCode] = useState(codeIn(given))
  const signedIn = useSession() !== null
  const checkIn = useWrite(checkInAtDoor, {
    done({ id }) {
      say(text.done)
      replaceWith(pages.case(id))
    },
  })
  const send = (known: string) => checkIn.mutate({ body: { code: known } })
  const scan = async () => {
    const read = await Taro.scanCode({ scanType: ['qrCode'] }).catch(() => null)
    if (read === null) return
    const found = codeIn(read.result)
    if (found === undefined) return say(text.noCode)
    setCode(found)
    send(found)
  }
  if (!signedIn)
    return (
      <Page title={text.title}>
        <Blank picture="find" title={text.title} help={text.signInHelp}>
          <Button to={pages.signIn(pages.checkIn(given))}>{text.signIn}</Button>
        </Blank>
      </Page>
    )
  return (
    <Page title={text.title}>
      <Blank
        picture="find"
        title={text.title}
        help={code === undefined ? (canScan ? text.scanHelp : text.cameraHelp) : text.help}
      >
        <Refusal problem={checkIn.error} />
        {code !== undefined && (
          <Button busy={checkIn.isPending} onTap={() => send(code)}>
            {text.button}
          </Button>
        )}
        {canScan && (
          <Button look={code === undefined ? 'main' : 'ghost'} onTap={() => void scan()}>
            {text.scan}
          </Button>
        )}
      </Blank>
    </Page>
  )
}
