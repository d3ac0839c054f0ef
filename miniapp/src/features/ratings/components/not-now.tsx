import type { RatingPage } from '@linli/contracts/ratings'
import { back } from '../../../shared/navigation/navigate'
import { pages } from '../../../shared/navigation/pages'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { dial, usePhone } from '../../../shared/ui/call-button'
import { Page } from '../../../shared/ui/page/page'
import { ratingsText } from '../text'

interface Props {
  page: RatingPage
  bySlip: boolean
}

const ToCase = ({ page, bySlip }: Props) =>
  bySlip ? null : (
    <Button look="ghost" to={pages.case(page.caseId)}>
      {ratingsText.toCase}
    </Button>
  )

/** Not finished yet. */
export const Early = (props: Props) => (
  <Page title={ratingsText.title} phone={props.page.communityPhone}>
    <Blank picture="bench" title={ratingsText.early} help={ratingsText.earlyHelp}>
      <ToCase {...props} />
    </Blank>
  </Page>
)

/** Of a child: its other guardian has rated, and what they said is theirs. */
export const ByOther = (props: Props) => (
  <Page title={ratingsText.title} phone={props.page.communityPhone}>
    <Blank picture="tea" title={ratingsText.byOther} help={ratingsText.byOtherHelp}>
      <ToCase {...props} />
    </Blank>
  </Page>
)

/** Too long ago. */
export function Over(props: Props) {
  const phone = usePhone(props.page.communityPhone)
  return (
    <Page title={ratingsText.title} phone={props.page.communityPhone}>
      <Blank picture="bench" title={ratingsText.over} help={ratingsText.overHelp}>
        <Button onTap={() => dial(phone)}>{ratingsText.call}</Button>
        <ToCase {...props} />
      </Blank>
    </Page>
  )
}

/** Rated without a network. */
export const Waits = ({ page }: { page: RatingPage }) => (
  <Page title={ratingsText.title} phone={page.communityPhone}>
    <Blank picture="wire" title={ratingsText.waits} help={ratingsText.waitsHelp}>
      <Button look="ghost" onTap={back}>
        {ratingsText.back}
      </Button>
    </Blank>
  </Page>
)

interface NotYoursProps {
  title: string
  why: string
}

/** Somebody else's to rate: the service's sentence says why. */
export function NotYours({ title, why }: NotYoursProps) {
  const phone = usePhone(null)
  return (
    <Blank picture="home" title={title} help={why} alert>
      <Button onTap={back}>{ratingsText.back}</Button>
      <Button look="ghost" onTap={() => dial(phone)}>
        {ratingsText.call}
      </Button>
    </Blank>
  )
}
