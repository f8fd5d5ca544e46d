// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/message_library.h"

#include <QMenu>
#include <QVBoxLayout>

#include "campaign/last_message.h"
#include "ui/composer/message/message_card.h"
#include "ui/layout/flow_layout.h"
#include "ui/library/library_dialog.h"
#include "ui/library/library_picker.h"
#include "ui/library/name_dialog.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/icon_button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/link_button.h"

namespace heliograph::ui {

MessageLibrary::MessageLibrary(Services& services, CampaignDocument& document, MessageCard& card)
    : QObject(&card),
      m_services(services),
      m_document(document),
      m_card(card),
      m_button(new IconButton(Icon::Folder, tr("Insert a snippet or template, or save one"))),
      m_startLine(new QWidget),
      m_choices(new QWidget),
      m_note(new Label({}, TypeRole::Hint, Ink::Problem)) {
  m_button->setObjectName(QStringLiteral("what.library"));
  m_button->setCaption(tr("Insert"));
  QMenu* menu = makeMenu();
  connect(m_button, &IconButton::clicked, menu,
          [this, menu] { menu->popup(m_button->mapToGlobal(QPoint(0, m_button->height()))); });
  card.addTool(m_button);
  makeStartLine();
}

QMenu* MessageLibrary::makeMenu() {
  auto* menu = new QMenu(m_button);
  menu->setObjectName(QStringLiteral("what.library.menu"));
  const auto add = [&](const char* name, const QString& text, auto act) {
    QAction* action = menu->addAction(text, this, act);
    action->setObjectName(QLatin1String(name));
    return action;
  };
  add("library.insertSnippet", tr("Insert snippet…"), &MessageLibrary::insertSnippet);
  add("library.useTemplate", tr("Start from a template…"), &MessageLibrary::useTemplate);
  add("library.useLast", tr("Start from my last campaign"), &MessageLibrary::useLastCampaign);
  menu->addSeparator();
  m_save = add("library.saveTemplate", tr("Save as template…"), &MessageLibrary::saveAsTemplate);
  menu->addSeparator();
  add("library.manage", tr("Manage library…"), [this] { manage(); });
  return menu;
}

void MessageLibrary::makeStartLine() {
  m_startLine->setObjectName(QStringLiteral("what.start"));
  m_note->setObjectName(QStringLiteral("what.start.note"));
  m_note->setWordWrap(true);
  m_note->setTextFormat(Qt::PlainText);
  m_note->hide();
  auto* column = new QVBoxLayout(m_startLine);
  column->setContentsMargins({});
  column->setSpacing(size::Tiny);
  column->addWidget(m_choices);
  column->addWidget(m_note);
  auto* row = new FlowLayout(size::Large, m_choices);
  auto* start = new Label(tr("Start with:"), TypeRole::Body, Ink::Text2);
  row->addWidget(start);
  const auto add = [this, row, start](const char* name, const QString& text, auto act) {
    auto* link = new LinkButton(text);
    link->setObjectName(QLatin1String(name));
    connect(link, &LinkButton::clicked, this, act);
    row->addWidget(link);
    start->setFixedHeight(link->sizeHint().height());
  };
  add("what.start.blank", tr("a blank message"), [this] { m_card.focusEditor(); });
  add("what.start.template", tr("a template"), [this] { useTemplate(); });
  add("what.start.last", tr("my last campaign"), [this] { useLastCampaign(); });
}

void MessageLibrary::followText() {
  const bool empty = m_document.shownMessage().trimmed().isEmpty();
  m_choices->setVisible(empty);
  m_startLine->setVisible(empty || !m_note->text().isEmpty());
  m_save->setEnabled(!empty);
}

void MessageLibrary::pick(const QString& title, const library::TextRepository& from,
                          const std::function<void(const QString&, const QByteArray&)>& take) {
  m_services.background.run([&from] { return from.list(); })
      .then(this, [this, title, take](const Result<std::vector<library::LibraryText>>& texts) {
        if (!texts) return say(texts.error().message);
        auto* picker = new LibraryPicker(title, *texts, m_card.window());
        picker->setAttribute(Qt::WA_DeleteOnClose);
        connect(picker, &LibraryPicker::chosen, this, take);
        picker->open();
      });
}

void MessageLibrary::insertSnippet() {
  pick(tr("Insert snippet"), m_services.snippets, [this](const QString& name, const QByteArray&) {
    m_document.endStep();
    m_card.insertSource("{% render \"" + name.toUtf8() + "\" %}");
    m_document.endStep();
    m_card.focusEditor();
  });
}

void MessageLibrary::useTemplate() {
  pick(tr("Start from a template"), m_services.templates, [this](const QString&, const QByteArray& text) {
    m_document.endStep();
    m_document.setMessage(text);
    m_document.endStep();
    m_card.load();
    m_card.focusEditor();
  });
}

void MessageLibrary::useLastCampaign() {
  m_services.background
      .run([&database = m_services.database, id = m_document.campaign().id] {
        return campaign::lastMessageBefore(database, id);
      })
      .then(this, [this](const Result<std::optional<campaign::Campaign>>& last) {
        if (!last) return say(last.error().message);
        if (!*last) return say(tr("There is no other campaign with a message yet."));
        campaign::Campaign with = m_document.campaign();
        with.message = (*last)->message;
        with.variants = (*last)->variants;
        with.textRules = (*last)->textRules;
        m_document.restore(with, tr("starting from “%1”").arg((*last)->name));
        m_card.load();
        m_card.focusEditor();
      });
}

void MessageLibrary::say(const QString& why) {
  m_note->setText(why);
  m_note->show();
  m_startLine->show();
}

void MessageLibrary::saveAsTemplate() {
  auto* dialog = new NameDialog(tr("Save as template"), m_document.campaign().name, m_card.window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &NameDialog::named, this, [this, dialog](const QString& name) {
    m_services.background
        .run([&templates = m_services.templates, name, text = m_document.shownMessage()] {
          return templates.create(name, text);
        })
        .then(dialog, [dialog](const Result<LibraryTextId>& made) {
          made ? dialog->accept() : dialog->refuse(made.error().message);
        });
  });
  dialog->open();
}

void MessageLibrary::setProperties(const std::vector<editors::PropertyChoice>& properties) {
  m_properties = properties;
  if (m_dialog) m_dialog->setProperties(properties);
}

void MessageLibrary::manage(const QString& snippet) {
  auto* dialog = new LibraryDialog(m_services, m_card.window());
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  m_dialog = dialog;
  if (m_properties) dialog->setProperties(*m_properties);
  if (!snippet.isEmpty()) dialog->showSnippet(snippet);
  connect(dialog, &LibraryDialog::changed, this, &MessageLibrary::changed);
  dialog->open();
}

}  // namespace heliograph::ui
