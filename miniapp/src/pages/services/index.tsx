import { servicesText } from '../../features/home/text'
import { useCommunity } from '../../shared/app-state/community'
import { goTab } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { Box } from '../../shared/ui/base/box'
import { Button } from '../../shared/ui/button'
import { dial, usePhone } from '../../shared/ui/call-button'
import { Card } from '../../shared/ui/card'
import { Door } from '../../shared/ui/door'
import { Page } from '../../shared/ui/page/page'
import { Row } from '../../shared/ui/row'

/** What one can do here, and the telephone for all else. */
export default function ServicesPage() {
  const { rooms, roomsHelp, care, careHelp, legal, legalHelp, needs, needsHelp, volunteers, volunteersHelp } =
    servicesText
  return (
    <Page title={servicesText.title} tab="services">
      <Door look="row" name={rooms} fact={roomsHelp} picture="room" tone="sand" to={pages.rooms} />
      <Door look="row" name={care} fact={careHelp} picture="care" tone="torch" to={pages.programmes} />
      <Door look="row" name={legal} fact={legalHelp} picture="law" tone="gold" to={pages.askMatter} />
      <Door look="row" name={needs} fact={needsHelp} picture="home" tone="sand" to={pages.askNeed} />
      <Door look="row" name={volunteers} fact={volunteersHelp} picture="hand" tone="pine" to={pages.tasks} />
      <Ways />
      <Otherwise />
    </Page>
  )
}

/** To what is going on, and to what others say. */
function Ways() {
  const community = useCommunity()
  return (
    <Card>
      <Row
        icon="doc"
        title={servicesText.cases}
        under={servicesText.casesHelp}
        onTap={() => goTab('cases')}
      />
      <Row icon="send" title={servicesText.surveys} under={servicesText.surveysHelp} to={pages.surveys} />
      <Row
        icon="chart"
        title={servicesText.figures}
        under={servicesText.figuresHelp}
        to={pages.figures(community?.code)}
      />
    </Card>
  )
}

/** What cannot be done here yet has no door, but somebody who answers. */
function Otherwise() {
  const phone = usePhone(null)
  return (
    <Card title={servicesText.otherwise}>
      <Box className="stack">
        <Box as="p">{servicesText.otherwiseHelp}</Box>
        <Button look="ghost" onTap={() => dial(phone)}>{`${servicesText.call} ${phone}`}</Button>
      </Box>
    </Card>
  )
}
