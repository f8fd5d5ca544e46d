// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/issue_list_model.h"

#include <QCoreApplication>

namespace heliograph::items {

namespace {

QString severityWord(campaign::Severity severity) {
  switch (severity) {
    case campaign::Severity::Block:
      return QCoreApplication::translate("heliograph::items", "Blocks publishing");
    case campaign::Severity::Warn:
      return QCoreApplication::translate("heliograph::items", "Needs a look");
    case campaign::Severity::Note:
      break;
  }
  return QCoreApplication::translate("heliograph::items", "For your information");
}

RowTone severityTone(campaign::Severity severity) {
  switch (severity) {
    case campaign::Severity::Block:
      return RowTone::Problem;
    case campaign::Severity::Warn:
      return RowTone::Attention;
    case campaign::Severity::Note:
      break;
  }
  return RowTone::Neutral;
}

}  // namespace

QString stepTitle(campaign::Step step) {
  switch (step) {
    case campaign::Step::Start:
      return QCoreApplication::translate("heliograph::items", "Start");
    case campaign::Step::Who:
      return QCoreApplication::translate("heliograph::items", "Who");
    case campaign::Step::What:
      return QCoreApplication::translate("heliograph::items", "What");
    case campaign::Step::When:
      return QCoreApplication::translate("heliograph::items", "When");
    case campaign::Step::Publish:
      break;
  }
  return QCoreApplication::translate("heliograph::items", "Publish");
}

int IssueListModel::blockers() const {
  return static_cast<int>(std::count_if(rows().begin(), rows().end(), [](const campaign::Issue& issue) {
    return issue.severity == campaign::Severity::Block;
  }));
}

QString IssueListModel::columnName(int column) const {
  switch (column) {
    case Severity:
      return tr("Kind");
    case Text:
      return tr("Issue");
    case Step:
      return tr("Step");
    default:
      return {};
  }
}

qint64 IssueListModel::key(const campaign::Issue& issue) const {
  return static_cast<qint64>(qHashMulti(0, issue.code, static_cast<int>(issue.step), issue.field, issue.offset));
}

QVariant IssueListModel::cell(const campaign::Issue& issue, int column, int role) const {
  if (role == role::Tone) return static_cast<int>(severityTone(issue.severity));
  if (role == Qt::ToolTipRole) return issue.text;
  if (role == role::Raw && column == Severity) return static_cast<int>(issue.severity);
  if (role == role::Raw && column == Step) return static_cast<int>(issue.step);
  if (role != Qt::DisplayRole && role != role::Raw) return {};
  switch (column) {
    case Severity:
      return severityWord(issue.severity);
    case Text:
      return issue.text;
    case Step:
      return stepTitle(issue.step);
    default:
      return {};
  }
}

}  // namespace heliograph::items
