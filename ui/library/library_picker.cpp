// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/library_picker.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QVBoxLayout>

#include "ui/theme/tokens.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/row_delegate.h"
#include "ui/widgets/search_field.h"

namespace heliograph::ui {

namespace {
constexpr QSize kPickerSize{460, 440};
constexpr int kPreviewHeight = 96;
}  // namespace

LibraryPicker::LibraryPicker(const QString& title, std::vector<library::LibraryText> texts, QWidget* parent)
    : QDialog(parent),
      m_texts(std::move(texts)),
      m_search(new SearchField(tr("Search by name or text"))),
      m_list(new QListWidget),
      m_text(new Label({}, TypeRole::Body, Ink::Text2)),
      m_take(new Button(tr("Insert"), ButtonRole::Primary)) {
  setObjectName(QStringLiteral("library.picker"));
  setWindowTitle(title);
  resize(kPickerSize);
  m_search->setObjectName(QStringLiteral("library.picker.search"));
  m_search->setAccessibleName(tr("Search by name or text"));
  m_search->installEventFilter(this);
  m_list->setObjectName(QStringLiteral("library.picker.list"));
  m_list->setAccessibleName(title);
  m_text->setObjectName(QStringLiteral("library.picker.text"));
  m_text->setWordWrap(true);
  m_text->setTextFormat(Qt::PlainText);
  m_text->setAlignment(Qt::AlignLeft | Qt::AlignTop);
  m_text->setMinimumHeight(kPreviewHeight);
  m_take->setObjectName(QStringLiteral("library.picker.take"));
  m_take->setDefault(true);
  auto* cancel = new Button(tr("Cancel"));
  cancel->setAutoDefault(false);
  auto* buttons = new QHBoxLayout;
  buttons->addStretch();
  buttons->addWidget(cancel);
  buttons->addWidget(m_take);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(size::Wide, size::Wide, size::Wide, size::Wide);
  column->setSpacing(size::Medium);
  column->addWidget(m_search);
  auto* frame = new Card;
  frame->setBorder(Card::Border::Strong);
  frame->setPadding(size::Tiny);
  m_list->setFrameShape(QFrame::NoFrame);
  m_list->setItemDelegate(new RowDelegate(m_list));
  frame->body()->addWidget(m_list);
  column->addWidget(frame, 1);
  column->addWidget(m_text);
  column->addLayout(buttons);
  connect(cancel, &Button::clicked, this, &QDialog::reject);
  connect(m_take, &Button::clicked, this, &LibraryPicker::take);
  connect(m_search, &QLineEdit::textChanged, this, &LibraryPicker::narrow);
  connect(m_list, &QListWidget::currentRowChanged, this, &LibraryPicker::preview);
  connect(m_list, &QListWidget::itemDoubleClicked, this, &LibraryPicker::take);
  narrow({});
  m_search->setFocus();
}

void LibraryPicker::narrow(const QString& typed) {
  m_list->clear();
  for (std::size_t i = 0; i < m_texts.size(); ++i) {
    const library::LibraryText& text = m_texts[i];
    const bool fits = text.name.contains(typed, Qt::CaseInsensitive) ||
                      QString::fromUtf8(text.text).contains(typed, Qt::CaseInsensitive);
    if (!fits) continue;
    auto* item = new QListWidgetItem(text.name, m_list);
    item->setData(Qt::UserRole, static_cast<int>(i));
  }
  m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1);
  preview();
}

void LibraryPicker::preview() {
  const QListWidgetItem* item = m_list->currentItem();
  m_take->setEnabled(item);
  const QString nothing = m_texts.empty() ? tr("There is nothing to choose from yet.") : tr("Nothing fits.");
  m_text->setText(item ? QString::fromUtf8(m_texts[item->data(Qt::UserRole).toUInt()].text) : nothing);
}

void LibraryPicker::take() {
  const QListWidgetItem* item = m_list->currentItem();
  if (!item) return;
  const library::LibraryText& text = m_texts[item->data(Qt::UserRole).toUInt()];
  Q_EMIT chosen(text.name, text.text);
  accept();
}

bool LibraryPicker::eventFilter(QObject* watched, QEvent* event) {
  if (watched != m_search || event->type() != QEvent::KeyPress) return QDialog::eventFilter(watched, event);
  const int key = static_cast<QKeyEvent*>(event)->key();
  if (key != Qt::Key_Up && key != Qt::Key_Down && key != Qt::Key_PageUp && key != Qt::Key_PageDown) return false;
  QCoreApplication::sendEvent(m_list, event);
  return true;
}

}  // namespace heliograph::ui
