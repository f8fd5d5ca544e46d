// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <optional>
#include <vector>

#include "editors/property_choice.h"

class QAction;

namespace heliograph::ui {

class CampaignDocument;
class LinkDialog;
class MessageCard;

/// The message card's "Link…": puts a link in at the caret, or changes the one that the caret is in.
class LinkTool final : public QObject {
  Q_OBJECT
 public:
  LinkTool(CampaignDocument& document, MessageCard& card);

  /// Opens the fields of the link; belongs to the page, which gives it its shortcut.
  [[nodiscard]] QAction* action() const { return m_action; }
  /// What `@` offers in the fields.
  void setProperties(const std::vector<editors::PropertyChoice>& properties);

 private:
  /// Where a link is to stand, by the message as it was when its fields were opened.
  struct Place {
    qsizetype begin = 0;  ///< byte range
    qsizetype end = 0;
    QByteArray message;
  };
  void open();
  void write(Place place, const QByteArray& link);

  CampaignDocument& m_document;
  MessageCard& m_card;
  std::optional<std::vector<editors::PropertyChoice>> m_properties;  ///< none until they are known
  QPointer<LinkDialog> m_dialog;
  QAction* m_action;
};

}  // namespace heliograph::ui
