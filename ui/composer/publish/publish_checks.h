// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>
#include <vector>

#include "campaign/issue.h"
#include "core/ids.h"

class QVBoxLayout;

namespace heliograph::ui {

/// The checks of Publish: what blocks, each with its mend; what is to be ticked as seen; what is only said; and folded
/// what is fine. A tick is given for one state of the campaign and its figures: when that changes, it is gone.
class PublishChecks final : public QWidget {
  Q_OBJECT
 public:
  explicit PublishChecks(QWidget* parent = nullptr);

  /// Shows the checks of a state, which `stamp` tells from every other.
  void show(const std::vector<campaign::Issue>& issues, const QStringList& fine, const QByteArray& stamp);
  using QWidget::show;
  /// People are being counted, or could not be, as `words` tell: what is shown may be over.
  void showCounting(const QString& words);
  /// How many still have to be ticked.
  [[nodiscard]] int unseen() const;
  /// The codes and fields of what was ticked, as keyOf() gives them.
  [[nodiscard]] QSet<QString> seen() const;
  /// Puts the focus on the first thing that is open: a mend, else a box to be ticked.
  void focusFirstOpen();

  /// What tells one check from another whatever its figures are; similar texts are told apart by their figures, too.
  [[nodiscard]] static QString keyOf(const campaign::Issue& issue);

 Q_SIGNALS:
  /// The person ticked or unticked one.
  void ticked();
  /// The person wants to go to where an issue is.
  void issueActivated(const heliograph::campaign::Issue& issue);
  void reportRequested(heliograph::CampaignId campaign);
  void pricesRequested();

 private:
  void rebuild();
  void addRow(const campaign::Issue& issue);
  void addFine();
  void note(const QString& key, bool seen);

  std::vector<campaign::Issue> m_issues;
  QStringList m_fine;
  QByteArray m_stamp;
  QSet<QString> m_seen;  ///< by keyOf()
  QVBoxLayout* m_rows;
  bool m_fineOpen = false;
};

}  // namespace heliograph::ui
