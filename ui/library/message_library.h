// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <optional>
#include <vector>

#include "editors/property_choice.h"
#include "library/text_repository.h"
#include "ui/campaign_document.h"
#include "ui/services.h"

class QAction;
class QMenu;
class QWidget;

namespace heliograph::ui {

class IconButton;
class Label;
class LibraryDialog;
class MessageCard;

/// The library at the message being written: puts in snippets, begins with a template or with the last campaign's
/// message, keeps the message as a template, and opens the library itself.
class MessageLibrary final : public QObject {
  Q_OBJECT
 public:
  MessageLibrary(Services& services, CampaignDocument& document, MessageCard& card);

  /// What an empty message begins with: a line of choices that is only there while nothing is written.
  [[nodiscard]] QWidget* startLine() const { return m_startLine; }
  void followText();
  void setProperties(const std::vector<editors::PropertyChoice>& properties);

 public Q_SLOTS:
  void insertSnippet();
  void useTemplate();
  void useLastCampaign();
  void saveAsTemplate();
  /// Opens the library, at the snippet of that name if one is given.
  void manage(const QString& snippet = {});

 Q_SIGNALS:
  /// The library was changed: what messages are checked against is to be read anew.
  void changed();

 private:
  QMenu* makeMenu();
  void makeStartLine();
  void pick(const QString& title, const library::TextRepository& from,
            const std::function<void(const QString&, const QByteArray&)>& take);
  void say(const QString& why);

  Services& m_services;
  CampaignDocument& m_document;
  MessageCard& m_card;
  std::optional<std::vector<editors::PropertyChoice>> m_properties;  ///< none until they are known
  QPointer<LibraryDialog> m_dialog;
  IconButton* m_button;
  QAction* m_save = nullptr;
  QWidget* m_startLine;
  QWidget* m_choices;
  Label* m_note;
};

}  // namespace heliograph::ui
