import '../components/task-desk.css'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { Choice } from '../../../shared/forms/choice'
import { pages } from '../../../shared/navigation/pages'
import { useMe } from '../../../shared/session/session'
import { staffText } from '../../../shared/staff/staff-text'
import { useNow } from '../../../shared/time/use-now'
import { Blank } from '../../../shared/ui/answers/blank'
import { SignInFirst } from '../../../shared/ui/answers/failure'
import { Listed } from '../../../shared/ui/answers/listed'
import { Box } from '../../../shared/ui/base/box'
import { Button } from '../../../shared/ui/button'
import { Page } from '../../../shared/ui/page/page'
import { type Show, useTeamTasks } from '../api'
import { TaskRows } from '../components/task-rows'
import { listText } from '../text'

/** What a team is asked to do, for its leaders and staff. */
export default function TeamTasksPage() {
  const { id = '' } = useRouter().params
  const me = useMe()
  return (
    <Page
      title={listText.ofTeam}
      wide
      bar={me !== null && <Button to={pages.newTeamTask(id)}>{listText.create}</Button>}
    >
      <Box className="td">
        {me === null ? (
          <SignInFirst help={staffText.signInHelp} returnTo={pages.teamTasks(id)} />
        ) : (
          <Tasks id={id} />
        )}
      </Box>
    </Page>
  )
}

const shown: readonly Show[] = ['coming', 'past']

function Tasks({ id }: { id: string }) {
  const [show, setShow] = useState<Show>('coming')
  const query = useTeamTasks(id, show)
  const now = useNow()
  return (
    <Box className="td__part">
      <Choice
        label={listText.show}
        options={shown.map((value) => ({ value, word: listText.shown[value] }))}
        chosen={show}
        onChoose={setShow}
      />
      <Listed
        query={query}
        blocks={[116, 116]}
        of={(page) => page.tasks}
        none={<Blank picture="hand" title={listText.empty[show]} help={listText.emptyOfTeam[show]} />}
      >
        {(tasks) => <TaskRows tasks={tasks} now={now} />}
      </Listed>
    </Box>
  )
}
