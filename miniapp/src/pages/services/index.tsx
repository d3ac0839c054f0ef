import { useState } from 'react'
import { BuildingSheet } from '../../features/home/components/building-sheet'
import { servicesText } from '../../features/home/text'
import { useCommunity } from '../../shared/app-state/community'
import { goTab } from '../../shared/navigation/navigate'
import { pages } from '../../shared/navigation/pages'
import { Box } from '../../shared/ui/base/box'
import { Card } from '../../shared/ui/card'
import { Page } from '../../shared/ui/page/page'
import { Row } from '../../shared/ui/row'

const later = [
  { name: servicesText.queue, help: servicesText.queueHelp },
  { name: servicesText.requests, help: servicesText.requestsHelp },
]

export default function ServicesPage() {
  const community = useCommunity()
  const [asked, setAsked] = useState<string | null>(null)
  return (
    <Page title={servicesText.title} tab="services">
      <Card title={servicesText.open}>
        <Row title={servicesText.rooms} under={servicesText.roomsHelp} to={pages.rooms} />
        <Row title={servicesText.care} under={servicesText.careHelp} to={pages.programmes} />
        <Row title={servicesText.legal} under={servicesText.legalHelp} to={pages.askMatter} />
        <Row title={servicesText.needs} under={servicesText.needsHelp} to={pages.askNeed} />
        <Row title={servicesText.volunteers} under={servicesText.volunteersHelp} to={pages.tasks} />
        <Row title={servicesText.surveys} under={servicesText.surveysHelp} to={pages.surveys} />
        <Row title={servicesText.cases} under={servicesText.casesHelp} onTap={() => goTab('cases')} />
        <Row
          title={servicesText.figures}
          under={servicesText.figuresHelp}
          to={pages.figures(community?.code)}
        />
      </Card>
      <Card title={servicesText.later}>
        <Box as="p" className="muted">
          {servicesText.laterHelp}
        </Box>
        {later.map(({ name, help }) => (
          <Row key={name} title={name} under={help} onTap={() => setAsked(name)} />
        ))}
      </Card>
      {asked !== null && <BuildingSheet name={asked} onClose={() => setAsked(null)} />}
    </Page>
  )
}
