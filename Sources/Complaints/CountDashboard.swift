import Clocks

/// A live case as the dashboard counts it: its row with the letter it owes next.
struct CountedCase {
  let row: CaseRow
  let due: CalendarDay?
  let standing: DueStanding
}

extension CaseRegister {
  /// The dashboard: one pass over the live cases, the tallies of days, and the newest rows for clusters.
  ///
  /// Nothing grows with the ended cases. Each figure counts what its own way finds, so that a figure and the list
  /// behind it agree. `mayList` says which cases whoever looks may have listed; somebody who reads figures alone
  /// has every case counted and none named.
  package func dashboard(
    _ context: QueryContext, mayList: (CaseRow) -> Bool, text: (TextPlace) -> String
  ) -> Dashboard {
    let reach = context.staff[context.me]?.reach ?? .cases
    let ahead = context.workingDaysAhead(10)
    var cases: [CountedCase] = []
    for index in live {
      let row = rows[Int(index)]
      guard reach == .figures || mayList(row) else { continue }
      let due = row.urgentTarget(context.rules)?.due
      cases.append(
        CountedCase(
          row: row, due: due,
          standing: context.standing(due, soon: ahead.count > 4 ? ahead[4] : context.today.adding(days: 7))))
    }
    var dashboard = Dashboard(today: context.today)
    dashboard.figures = context.figures(cases, ahead)
    dashboard.stages = context.stages(cases)
    dashboard.ahead = ahead.map { day in
      DashboardDay(
        day: day, count: cases.count { $0.due == day }, way: .query("due:" + day.description))
    }
    dashboard.load = context.load(cases)
    dashboard.weeks = weeks(through: context.today)
    if reach != .figures {
      let open = cases.filter { $0.row.state.isLive }
      dashboard.silent = context.longest(open) { $0.silentDays(on: context.today) }
      dashboard.oldest = context.longest(open) { context.today.days(since: $0.received) }
    }
    dashboard.clusters = clusters(context, named: reach != .figures, mayList: mayList, text: text)
    return dashboard
  }

  private func weeks(through today: CalendarDay) -> [DashboardWeek] {
    let monday = today.adding(days: 1 - today.weekday)
    return (0..<12).reversed().map { back in
      let from = monday.adding(days: -7 * back)
      let last = from.adding(days: 6)
      return DashboardWeek(
        from: from, received: flow.received(from: from, through: last),
        ended: flow.ended(from: from, through: last))
    }
  }
}

extension QueryContext {
  /// The working days after today, as far as bank holidays are published.
  fileprivate func workingDaysAhead(_ count: Int) -> [CalendarDay] {
    var days: [CalendarDay] = []
    for number in 1...count {
      do throws(CalendarGap) {
        days.append(try rules.calendar.workingDay(number, after: today))
      } catch {
        return days
      }
    }
    return days
  }

  fileprivate func standing(_ due: CalendarDay?, soon: CalendarDay) -> DueStanding {
    guard let due else { return .none }
    if due < today { return .late }
    if due == today { return .today }
    return due <= soon ? .soon : .later
  }

  fileprivate func figures(_ cases: [CountedCase], _ ahead: [CalendarDay]) -> [DashboardFigure] {
    let sunday = today.adding(days: 7 - today.weekday)
    let fifth = ahead.count > 4 ? ahead[4] : today.adding(days: 7)
    func days(_ from: CalendarDay, _ to: CalendarDay) -> String { from.description + ".." + to.description }
    let told: [(String, String, DashboardWay, DashboardGrade)] = [
      ("open", "Open", .query("open:yes"), .plain),
      ("overdue", "Overdue", .view(.overdue), .late),
      ("due-today", "Due today", .view(.dueToday), .soon),
      ("due-this-week", "Due this week", .query("due:" + days(today, sunday)), .soon),
      ("late-soon", "Late in 5 working days", .query("due:" + days(today, fifth)), .soon),
      ("unacknowledged", "Unacknowledged", .query("step:acknowledge"), .plain),
      ("unassigned", "Unassigned", .view(.unassigned), .soon),
      ("at-risk", "At risk", .view(.atRisk), .soon),
      ("silent", "Silent over 14 days", .query("open:yes silent:>14d"), .soon),
      ("stage-two", "Stage 2", .view(.stageTwo), .plain),
      ("ombudsman", "Ombudsman", .view(.ombudsman), .plain),
      ("evidence", "Evidence due", .view(.evidence), .soon),
      ("promises", "Promises to keep", .view(.promises), .plain),
      ("promises-late", "Promises past their day", .query(latePromises), .late),
      ("letters", "Letters owed", .view(.letters), .soon),
      ("restrictions", "Restrictions to review", .view(.restrictions), .soon),
      ("learning", "Learning to implement", .view(.learning), .plain),
    ]
    return told.map { name, title, way, grade in
      let query = read(way)
      let count = cases.count { holds($0, way, query) }
      return DashboardFigure(
        name: name, title: title, count: count, way: way, grade: count > 0 ? grade : .plain)
    }
  }

  private var latePromises: String { "promised:.." + today.adding(days: -1).description }

  private func read(_ way: DashboardWay) -> Query? {
    guard case .query(let text) = way else { return nil }
    do throws(QueryError) {
      return try Query(text, context: self)
    } catch {
      // Written here and held against the fields by a test.
      return nil
    }
  }

  private func holds(_ counted: CountedCase, _ way: DashboardWay, _ query: Query?) -> Bool {
    switch way {
    case .view(let view): view.holds(counted.row, due: counted.due, context: self)
    case .query: query?.holds(counted.row, due: counted.due, context: self, words: WordsFound()) ?? false
    }
  }

  fileprivate func stages(_ cases: [CountedCase]) -> [DashboardStage] {
    let most = max(2, rules.profiles.map(\.stages.count).max() ?? 2)
    var told = [("untriaged", "Untriaged", "kind:none")]
    for number in 1...most {
      told.append(
        ("stage-" + String(number), "Stage " + String(number), "kind:complaint stage:" + String(number)))
    }
    told.append(("other", "Other", "-kind:none,complaint"))
    return told.map { name, title, words in
      let way = DashboardWay.query("open:yes " + words)
      let query = read(way)
      var counts: [DueStanding: Int] = [:]
      for counted in cases where holds(counted, way, query) { counts[counted.standing, default: 0] += 1 }
      return DashboardStage(name: name, title: title, way: way, counts: counts)
    }.filter { $0.total > 0 || $0.name == "stage-1" || $0.name == "stage-2" }
  }

  fileprivate func load(_ cases: [CountedCase]) -> [HandlerLoad] {
    var all: [StaffLogin: (open: Int, late: Int, today: Int)] = [:]
    for counted in cases where counted.row.state.isLive {
      guard let handler = counted.row.handler else { continue }
      var load = all[handler] ?? (0, 0, 0)
      load.open += 1
      if counted.standing == .late { load.late += 1 }
      if counted.standing == .today { load.today += 1 }
      all[handler] = load
    }
    return all.map { login, load in
      HandlerLoad(
        login: login, open: load.open, late: load.late, today: load.today,
        way: .query("open:yes who:" + login.text))
    }.sorted { ($1.open, $1.late, $0.login) < ($0.open, $0.late, $1.login) }
  }

  fileprivate func longest(_ cases: [CountedCase], _ days: (CaseRow) -> Int) -> [DashboardCase] {
    cases.map { counted in
      DashboardCase(
        number: counted.row.number, days: days(counted.row), heard: counted.row.lastHeard != nil)
    }.sorted { ($1.days, $0.number.value) < ($0.days, $1.number.value) }.prefix(10).map(\.self)
  }
}
