// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/composer/publish/publish_checks.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QVBoxLayout>
#include <algorithm>

#include "delivery/check/similar_sendings.h"
#include "ui/layout/clear_layout.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/fold.h"
#include "ui/widgets/icon_mark.h"
#include "ui/widgets/issue_row.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

using campaign::Issue;
using campaign::Severity;

namespace {

Tone toneOf(Severity severity) {
  switch (severity) {
    case Severity::Block:
      return Tone::Problem;
    case Severity::Warn:
      return Tone::Attention;
    case Severity::Note:
      break;
  }
  return Tone::Neutral;
}

/// The first sentence stands out: it says what is wrong, the rest what to do.
QString marked(const QString& text) {
  const qsizetype end = text.indexOf(QLatin1String(". "));
  if (end < 0) return text.toHtmlEscaped();
  return QStringLiteral("<b>%1</b>%2").arg(text.left(end + 1).toHtmlEscaped(), text.mid(end + 1).toHtmlEscaped());
}

QWidget* fineRow(const QString& words) {
  auto* row = new QWidget;
  auto* line = new QHBoxLayout(row);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(size::Small);
  line->addWidget(new IconMark(Icon::Check, Tone::Fine), 0, Qt::AlignTop);
  auto* text = new Label(words, TypeRole::Body, Ink::Text2);
  text->setWordWrap(true);
  line->addWidget(text, 1);
  return row;
}

}  // namespace

PublishChecks::PublishChecks(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout) {
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins({});
  column->setSpacing(size::Small);
  column->addWidget(new Label(tr("Checks"), TypeRole::Label));
  m_rows->setSpacing(size::Small);
  column->addLayout(m_rows);
}

QString PublishChecks::keyOf(const Issue& issue) {
  const QString key = issue.code + QLatin1Char('|') + issue.field + QLatin1Char('|') + QString::number(issue.offset);
  // How many get it twice is what the tick was given for.
  const bool byFigure = issue.code == u"same_text" || issue.code == u"similar_text";
  return byFigure ? key + QLatin1Char('|') + issue.text : key;
}

void PublishChecks::show(const std::vector<Issue>& issues, const QStringList& fine, const QByteArray& stamp) {
  const bool sameState = stamp == m_stamp;
  if (!sameState) m_seen.clear();
  m_stamp = stamp;
  if (sameState && issues == m_issues && fine == m_fine) return;
  m_issues = issues;
  m_fine = fine;
  rebuild();
}

void PublishChecks::showCounting(const QString& words) {
  if (!m_issues.empty() || !m_fine.isEmpty()) return;
  clearLayout(*m_rows);
  m_rows->addWidget(new Label(words, TypeRole::Body, Ink::Text2));
}

void PublishChecks::rebuild() {
  clearLayout(*m_rows);
  for (const Severity severity : {Severity::Block, Severity::Warn, Severity::Note}) {
    for (const Issue& issue : m_issues) {
      if (issue.severity == severity) addRow(issue);
    }
  }
  if (!m_fine.isEmpty()) addFine();
}

void PublishChecks::addRow(const Issue& issue) {
  const bool blocks = issue.severity == Severity::Block;
  auto* row = new IssueRow(toneOf(issue.severity), blocks ? marked(issue.text) : issue.text.toHtmlEscaped());
  row->setObjectName(QStringLiteral("publish.check.") + issue.code);
  const CampaignId other = delivery::campaignOfIssue(issue);
  if (issue.code == u"prices_missing") {
    connect(row->addAction(tr("Add prices")), &LinkButton::clicked, this, &PublishChecks::pricesRequested);
  } else if (other.isValid()) {
    connect(row->addAction(tr("Open report")), &LinkButton::clicked, this,
            [this, other] { Q_EMIT reportRequested(other); });
  } else if (issue.step != campaign::Step::Publish) {
    auto* go = row->addAction(tr("Go there"));
    go->setAccessibleDescription(issue.text);
    connect(go, &LinkButton::clicked, this, [this, issue] { Q_EMIT issueActivated(issue); });
  }
  if (issue.severity == Severity::Warn) {
    row->setAcknowledgeable(m_seen.contains(keyOf(issue)));
    auto* box = row->findChild<QCheckBox*>();
    box->setObjectName(QStringLiteral("publish.seen"));
    box->setAccessibleDescription(issue.text);
    connect(row, &IssueRow::acknowledged, this, [this, key = keyOf(issue)](bool seen) { note(key, seen); });
  }
  m_rows->addWidget(row);
}

void PublishChecks::addFine() {
  const QString title = m_fine.size() == 1 ? tr("1 check is fine") : tr("%1 checks are fine").arg(m_fine.size());
  auto* fold = new Fold(title, {});
  fold->setObjectName(QStringLiteral("publish.fine"));
  for (const QString& words : std::as_const(m_fine)) fold->body()->addWidget(fineRow(words));
  fold->setOpen(m_fineOpen);
  connect(fold, &Fold::toggled, this, [this](bool open) { m_fineOpen = open; });
  m_rows->addWidget(fold);
}

void PublishChecks::note(const QString& key, bool seen) {
  if (seen) {
    m_seen.insert(key);
  } else {
    m_seen.remove(key);
  }
  Q_EMIT ticked();
}

int PublishChecks::unseen() const {
  return static_cast<int>(std::count_if(m_issues.begin(), m_issues.end(), [this](const Issue& issue) {
    return issue.severity == Severity::Warn && !m_seen.contains(keyOf(issue));
  }));
}

QSet<QString> PublishChecks::seen() const {
  return m_seen;
}

void PublishChecks::focusFirstOpen() {
  const auto rows = findChildren<IssueRow*>();
  for (const IssueRow* row : rows) {
    auto* box = row->findChild<QCheckBox*>();
    if (box != nullptr && box->isChecked()) continue;
    if (box != nullptr) return box->setFocus(Qt::TabFocusReason);
    if (auto* mend = row->findChild<LinkButton*>()) return mend->setFocus(Qt::TabFocusReason);
  }
  if (auto* first = findChild<QCheckBox*>()) first->setFocus(Qt::TabFocusReason);
}

}  // namespace heliograph::ui
