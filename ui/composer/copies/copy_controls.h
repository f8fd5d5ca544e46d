// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "delivery/check/check_report.h"
#include "ui/services.h"

namespace heliograph::ui {

class CampaignDocument;
class CopyRule;
class CopyTabs;
class Label;
class SegmentedChoice;

/// The copies of the message over its editor: a tab for each and the rule of who gets which. What kind of message it is
/// is chosen by a control that stands elsewhere.
class CopyControls final : public QWidget {
  Q_OBJECT
 public:
  CopyControls(Services& services, CampaignDocument& document, QWidget* parent = nullptr);

  /// Single, A/B test, split or by property; for the page's header.
  [[nodiscard]] SegmentedChoice* kindChoice() const { return m_kind; }
  void setProperties(const QStringList& properties);
  void setTellsClicks(bool tellsClicks);
  void showPeople(const delivery::CheckReport& report);
  /// Goes to what an issue or a step back is about: "variants", or "message:1". False for other fields.
  bool focusField(const QString& field);
  /// The person goes through the tabs by the arrow keys.
  [[nodiscard]] bool tabsHaveFocus() const;

 Q_SIGNALS:
  /// Another text is to be edited: of another copy, or put in by something else than typing.
  void textChanged();
  void kindChanged(const QString& words);

 private:
  void load();
  void chooseKind(int kind);

  CampaignDocument& m_document;
  SegmentedChoice* m_kind;
  CopyTabs* m_tabs;
  CopyRule* m_rule;
  Label* m_kept;
};

}  // namespace heliograph::ui
