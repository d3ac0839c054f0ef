/** What a booking says of itself, wherever it is shown. */
export const faceText = {
  people: (n: number) => `${n} 人`,
  asked: '请您补充',
  opens: (name: string) => `${name}开门`,
  at: (room: string) => `在${room}`,
  usedFirst: (when: string) => `${when} 就要用`,
  usedAlready: '已到使用时间',
  ahead: { decide: '社区确认', come: '到场使用' },
  next: {
    due: (when: string) => `最迟${when}前答复，时段已为您留住。`,
    dueLate: (when: string) =>
      `社区最迟${when}前答复，比您要用的时间晚。时段已为您留住，着急请打电话，或者订下面马上确认的场地。`,
    overdue: '社区已超过答复时间。时段仍为您留住，您可以打电话催一下。',
    escalated: '社区没有按时答复，已报上级催办。时段仍为您留住。',
    waitParty: '请补充说明，时段仍为您留住。',
    tooLateToAdd: '现在不能再补充说明了。请打电话告诉社区。',
    begun: '时间已经到了，社区还没有答复。请打电话问一下。',
    missed: '时间已经过去，这次没有办成。您可以换个时间再订，或打电话问一下。',
    comeThen: (when: string) => `${when}直接来就行。`,
    nowOn: '正在使用，用完请带走随身物品。',
    over: '已经用完。',
    refused: '这次没有同意。您可以换个时间或场地再订。',
    refusedFor: (why: string) => `原因：${why}`,
    cancelled: '已取消，时段已空出。',
    cancelledFor: (why: string) => `社区取消了：${why}`,
    completed: '已办完，谢谢您爱护公共场地。',
  },
  line: {
    waiting: '这个时段有人订了，已为您排队。一空出来，就按顺序为您保留，并马上通知您。',
    lapsedOffer: '保留时间过了，时段给了下一位。您可以重新排队。',
    lapsedLine: '到开始还没有空出来，这次没有轮到。您可以换个时间再订。',
  },
}
