/** What an enrolment says of itself, wherever it is shown. */
export const faceText = {
  careOn: '今天的托管已经开始',
  careOnHelp: '点这里看孩子到没到、接没接走',
  ahead: { draw: '摇号', come: '按时送孩子来' },
  asked: { waiting: '排进了队伍', entered: '报了名，等待摇号', confirmed: '报了名，有名额' },
  drawn: { placed: '摇号有了结果：有名额', waiting: '摇号有了结果：没有抽中，转入排队' },
  next: {
    entered: (n: number | null) =>
      n === null ? '报名截止后摇号，结果马上告诉您。' : `您是 ${n} 号。报名截止后摇号，结果马上告诉您。`,
    starts: (when: string) => `${when}开始，请按时送孩子来。`,
    running: '正在托管。孩子每天的情况，点下面就能看。',
    cancelled: '已退出，名额已让出。',
    cancelledFor: (why: string) => `社区取消了：${why}`,
    cancelledByStaff: '社区取消了这个名额。有疑问请打电话给社区。',
    completed: '这一期已结束，谢谢您的信任。',
  },
  line: {
    waiting: '名额满了，已为您排队。一有空名额，就按顺序为您保留，并马上通知您。',
    lapsedOffer: '保留时间过了，名额给了下一位。您可以重新报名排队。',
    lapsedLine: '一直没有空出名额，这次没有轮到。您可以看看别的班，或打电话问社区。',
  },
}
