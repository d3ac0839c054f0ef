import { type ReactNode, useState } from 'react'
import { usePicked } from '../../../shared/app-state/community'
import { pages } from '../../../shared/navigation/pages'
import type { Place } from '../../../shared/staff/use-communities'
import { Box } from '../../../shared/ui/base/box'
import { Blank } from '../../../shared/ui/answers/blank'
import { Button } from '../../../shared/ui/button'
import { Card } from '../../../shared/ui/card'
import { Choice } from '../../../shared/forms/choice'
import { Row } from '../../../shared/ui/row'
import { paperText, planText } from '../text'

/** More than these are looked for by name. */
const mostInSight = 8

interface Props {
  division: string
  places: readonly [Place, ...Place[]]
  children: (place: Place) => ReactNode
}

/** Paper is of one community at a time. */
export function ForCommunity({ division, places, children }: Props) {
  const [chosen, setChosen] = useState<string | null>(null)
  const picked = usePicked()
  const many = places.length > mostInSight
  // Of several none is chosen for the reader: a sheet is quickly booked to the wrong place.
  const place = places.length === 1 ? places[0] : places.find((one) => one.code === (many ? picked : chosen))
  return (
    <>
      {many && (
        <Card>
          <Row
            title={place?.name ?? paperText.community}
            under={place === undefined ? paperText.chooseFirst : paperText.community}
            end={place === undefined ? paperText.choose : paperText.another}
            to={pages.communitiesBelow(division)}
          />
        </Card>
      )}
      {!many && places.length > 1 && (
        <Choice
          label={paperText.community}
          options={places.map((one) => ({ value: one.code, word: one.name }))}
          chosen={place?.code ?? null}
          onChoose={setChosen}
        />
      )}
      {place === undefined ? !many && <Box className="muted">{paperText.chooseFirst}</Box> : children(place)}
    </>
  )
}

export const Closed = ({ id }: { id: string }) => (
  <Blank picture="bench" title={paperText.closed} help={paperText.closedHelp}>
    <Button to={pages.deskSurvey(id)}>{planText.toSurvey}</Button>
  </Blank>
)
