// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/everybody/outcome_watch.h"

#include "delivery/check/everybody_check.h"
#include "delivery/check/publisher.h"
#include "ui/campaign_document.h"
#include "ui/composer/page/campaign_checker.h"

namespace heliograph::ui {

namespace {

const QUndoCommand* topStep(const QUndoStack& stack) {
  return stack.index() > 0 ? stack.command(stack.index() - 1) : nullptr;
}

}  // namespace

OutcomeWatch::OutcomeWatch(Services& services, CampaignDocument& document, CampaignChecker& checker, QObject* parent)
    : QObject(parent),
      m_services(services),
      m_document(document),
      m_checker(checker),
      m_opened(document.campaign()),
      m_present(document.campaign()),
      m_stepIndex(document.undoStack().index()),
      m_step(topStep(document.undoStack())) {
  connect(&m_document, &CampaignDocument::changed, this, &OutcomeWatch::noteChange);
  connect(&m_document.undoStack(), &QUndoStack::indexChanged, this, &OutcomeWatch::noteStep);
  connect(&m_checker, &CampaignChecker::factsChanged, this, [this] { m_counted.clear(); });
  connect(&m_checker, &CampaignChecker::counting, this, [this] {
    m_cancel.cancel();
    ++m_generation;
    m_current = false;
    Q_EMIT changed();
  });
  connect(&m_checker, &CampaignChecker::counted, this, &OutcomeWatch::noteCounted);
}

OutcomeWatch::~OutcomeWatch() {
  m_cancel.cancel();
}

void OutcomeWatch::noteChange() {
  if (!m_beforeChange) m_beforeChange = m_present;
  m_present = m_document.campaign();
}

void OutcomeWatch::noteStep(int index) {
  const QUndoCommand* step = topStep(m_document.undoStack());
  // A keystroke that was merged into the step before belongs to the same edit.
  const bool merged = index == m_stepIndex && step == m_step;
  m_stepIndex = index;
  m_step = step;
  if (m_beforeChange && (!merged || !m_beforeLastEdit)) m_beforeLastEdit = m_beforeChange;
  m_beforeChange.reset();
}

void OutcomeWatch::noteCounted() {
  m_counted.put(m_checker.countedCampaign(), m_checker.ledger());
  compare();
}

void OutcomeWatch::compareWithLastEdit() {
  m_against = Against::LastEdit;
  compare();
}

void OutcomeWatch::compareWithOpened() {
  m_against = Against::Opened;
  compare();
}

void OutcomeWatch::compareWithVersion(const campaign::Campaign& version, const QString& title) {
  m_against = Against::Version;
  m_version = version;
  m_versionTitle = title;
  compare();
}

QString OutcomeWatch::title() const {
  switch (m_against) {
    case Against::LastEdit:
      return tr("Last edit");
    case Against::Opened:
      return tr("Since opening");
    case Against::Version:
      break;
  }
  return m_versionTitle;
}

const campaign::Campaign* OutcomeWatch::baseline() const {
  switch (m_against) {
    case Against::LastEdit:
      return m_beforeLastEdit ? &*m_beforeLastEdit : nullptr;
    case Against::Opened:
      return &m_opened;
    case Against::Version:
      break;
  }
  return &m_version;
}

bool OutcomeWatch::canCompare() const {
  // Nobody chosen is a state like another; a message that can't be read is on its way to something else.
  return m_checker.report().counted || m_present.audience.kind == campaign::Audience::Kind::None ||
         m_present.audience.isLive();
}

void OutcomeWatch::compare() {
  m_cancel.cancel();
  m_cancel = CancelToken();
  ++m_generation;
  const campaign::Campaign* before = baseline();
  // Until the present state is counted there is nothing to compare; counted() leads here again.
  if (!m_checker.isCurrent()) {
    m_current = false;
    Q_EMIT changed();
    return;
  }
  if (!before || !canCompare()) return setOutcome(std::nullopt);
  if (const SharedLedger ledger = m_counted.find(*before)) return compareWith(ledger);
  m_current = false;
  Q_EMIT changed();
  count(*before);
}

void OutcomeWatch::count(const campaign::Campaign& state) {
  // People of another audience would drive out those in memory, which every keystroke needs.
  const bool samePeople = state.audience == m_present.audience;
  m_services.background
      .run([services = m_services, state, samePeople, cancel = m_cancel]() -> SharedLedger {
        auto ledger = std::make_shared<delivery::TextLedger>();
        const auto checked = samePeople ? services.everybody.check(state, *ledger, cancel)
                                        : services.publisher.check(state, *ledger, cancel);
        return checked ? ledger : nullptr;
      })
      .then(this, [this, state, generation = m_generation](const SharedLedger& ledger) {
        if (generation != m_generation) return;
        if (!ledger) return setOutcome(std::nullopt);
        m_counted.put(state, ledger);
        compareWith(ledger);
      });
}

void OutcomeWatch::compareWith(const SharedLedger& before) {
  m_services.background
      .run([before, after = m_checker.ledger(), cancel = m_cancel] {
        return delivery::compareLedgers(*before, *after, cancel);
      })
      .then(this, [this, generation = m_generation](const delivery::Outcome& outcome) {
        if (generation == m_generation) setOutcome(outcome);
      });
}

void OutcomeWatch::setOutcome(const std::optional<delivery::Outcome>& outcome) {
  m_outcome = outcome;
  m_current = true;
  Q_EMIT changed();
}

}  // namespace heliograph::ui
